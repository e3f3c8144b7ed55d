package io.daybook.app.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The line between one process and its PostgreSQL. It passes on every byte, but can be told to keep the answer to the next call that
 * has some text in it: then the server has carried the call out, and the process does not know.
 *
 * <p>A little longer than 150 lines because both directions of a connection and the one moment between them are one idea.
 */
final class Wire implements AutoCloseable {
    private static final String JDBC = "jdbc:postgresql://";
    private static final int CHUNK = 1 << 16;

    private final String host;
    private final int port;
    private final String database;
    private final ServerSocket door;
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private byte[] wanted = {};
    private boolean withholding;
    private Optional<Boolean> withheld = Optional.empty();

    /** @param jdbcUrl of the server, as in {@code jdbc:postgresql://127.0.0.1:5432/shop} */
    Wire(String jdbcUrl) throws IOException {
        String rest = jdbcUrl.substring(JDBC.length());
        host = rest.substring(0, rest.indexOf(':'));
        port = Integer.parseInt(rest, rest.indexOf(':') + 1, rest.indexOf('/'), 10);
        database = rest.substring(rest.indexOf('/'));
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        pumps.execute(this::accept);
    }

    /** For the process at this end. */
    String jdbcUrl() {
        return JDBC + "127.0.0.1:" + door.getLocalPort() + database;
    }

    /** Keeps the answer to the next call that has this text among its arguments, and all after it on that connection. */
    synchronized void withhold(String text) {
        wanted = text.getBytes(StandardCharsets.UTF_8);
        withholding = true;
        withheld = Optional.empty();
    }

    /** Empty until a whole answer was kept; then whether it says that the call succeeded. */
    synchronized Optional<Boolean> withheld() {
        return withheld;
    }

    synchronized void letGo() {
        wanted = new byte[] {};
        withholding = false;
        notifyAll();
    }

    private synchronized boolean takes(byte[] text) {
        if (wanted.length == 0 || indexOf(text, wanted) < 0) {
            return false;
        }
        wanted = new byte[] {};
        return true;
    }

    private synchronized void keep(byte[] answer) {
        withheld = succeeded(answer);
    }

    private synchronized void awaitRelease() throws InterruptedException {
        while (withholding) {
            wait();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(host, port);
                sockets.add(client);
                sockets.add(server);
                Line line = new Line();
                pumps.execute(() -> pump(client, server, line::asked));
                pumps.execute(() -> pump(server, client, line::answered));
            } catch (IOException e) {
                // closed, or the server is away: whoever called finds out
            }
        }
    }

    private interface Passing {
        /** @return what may go on */
        byte[] of(byte[] chunk) throws InterruptedException;
    }

    /** One connection; an answer is whole before the next call is made. */
    private final class Line {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private byte[] before = {};
        private volatile boolean isHeld;

        byte[] asked(byte[] chunk) {
            byte[] seen = joined(before, chunk);
            isHeld |= takes(seen);
            before = Arrays.copyOfRange(seen, Math.max(0, seen.length - 64), seen.length);
            return chunk;
        }

        byte[] answered(byte[] chunk) throws InterruptedException {
            if (!isHeld) {
                return chunk;
            }
            kept.writeBytes(chunk);
            keep(kept.toByteArray());
            if (withheld().isEmpty()) {
                return new byte[] {};
            }
            awaitRelease();
            byte[] all = kept.toByteArray();
            kept.reset();
            isHeld = false;
            return all;
        }
    }

    private void pump(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[CHUNK];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(passing.of(Arrays.copyOf(buffer, read)));
                out.flush();
            }
        } catch (IOException e) {
            // one end is gone, and now the other is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    /** Messages are a letter and a length with what follows: E is an error, Z says that the server awaits the next call. */
    private static Optional<Boolean> succeeded(byte[] answer) {
        ByteBuffer messages = ByteBuffer.wrap(answer);
        boolean well = true;
        while (messages.remaining() >= 5) {
            byte letter = messages.get();
            int length = messages.getInt(messages.position());
            if (messages.remaining() < length) {
                return Optional.empty();
            }
            well &= letter != 'E';
            if (letter == 'Z') {
                return Optional.of(well);
            }
            messages.position(messages.position() + length);
        }
        return Optional.empty();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static int indexOf(byte[] text, byte[] part) {
        for (int at = 0; at + part.length <= text.length; at++) {
            if (Arrays.mismatch(text, at, at + part.length, part, 0, part.length) < 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        letGo();
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pumps.shutdownNow();
    }
}
