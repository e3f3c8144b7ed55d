package io.daybook.infra.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says what a test wants of it. It takes every mail but for the answers that are scripted. */
final class ScriptedSmtp implements AutoCloseable {
    /** An answer that never comes. */
    static final String SILENCE = "";

    private final ServerSocket door;
    private final Map<String, String> script;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param script answers by command, as in {@code RCPT}; {@code .} for the end of a mail */
    ScriptedSmtp(Map<String, String> script) {
        this.script = script;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Mails that came whole and were answered with 250. */
    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII))) {
            OutputStream out = caller.getOutputStream();
            say(out, "220 scripted");
            boolean mail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (mail) {
                    if (line.equals(".")) {
                        mail = false;
                        say(out, answer(".", "250 taken"));
                    }
                    continue;
                }
                String command = line.split(" ", 2)[0];
                mail = command.equals("DATA") && !script.containsKey("DATA");
                say(out, answer(command, mail ? "354 go on" : "250 ok"));
                if (command.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the caller has gone
        }
    }

    private String answer(String command, String otherwise) {
        String answer = script.getOrDefault(command, otherwise);
        if (command.equals(".") && answer.startsWith("250")) {
            taken.incrementAndGet();
        }
        return answer;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
