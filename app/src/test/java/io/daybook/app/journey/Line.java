package io.daybook.app.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, as if the server were gone for one shop and for nobody else. */
final class Line implements AutoCloseable {
    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Line(URI server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    /** @param server an http address */
    static Line to(String server) {
        try {
            Line line = new Line(URI.create(server), new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Hangs up on everybody, and answers nobody until it is mended. */
    void cut() {
        cut = true;
        open.forEach(Line::hangUp);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (cut) {
                    hangUp(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException e) {
                // the next caller may fare better; after the end there is none
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket called = new Socket(server.getHost(), server.getPort());
        open.add(caller);
        open.add(called);
        Thread.ofVirtual().start(() -> carry(caller, called));
        Thread.ofVirtual().start(() -> carry(called, caller));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // one of them has hung up
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
