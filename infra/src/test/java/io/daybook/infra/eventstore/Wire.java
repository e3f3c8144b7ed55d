package io.daybook.infra.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way between a client and PostgreSQL, which can keep back the last five bytes of a request: the Sync that lets the server end the
 * statement's transaction. The server has then executed all of it and committed none.
 */
final class Wire implements AutoCloseable {
    private static final byte[] SYNC = {'S', 0, 0, 0, 4};

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final String marker;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean losing = new AtomicBoolean();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * @param jdbcUrl of the server
     * @param marker what is in the requests that are meant; all others pass
     */
    Wire(String jdbcUrl, String marker) throws IOException {
        this.marker = marker;
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database by this way. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + server.getPath() + "?" + server.getQuery();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> carry(client, upstream, true));
                Thread.ofVirtual().start(() -> carry(upstream, client, false));
            }
        } catch (IOException closed) {
            released.countDown();
        }
    }

    private void carry(Socket from, Socket to, boolean requests) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[65_536];
            for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
                boolean meant = requests && new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains(marker);
                boolean last = n >= SYNC.length && Arrays.equals(SYNC, Arrays.copyOfRange(bytes, n - SYNC.length, n));
                if (meant && losing.compareAndSet(true, false)) {
                    // the client sees its connection end while its request is still on the way
                    from.close();
                    released.await();
                    out.write(bytes, 0, n);
                    to.shutdownOutput();
                    awaitEnd(to);
                    arrived.countDown();
                    return;
                }
                if (meant && last && armed.compareAndSet(true, false)) {
                    out.write(bytes, 0, n - SYNC.length);
                    held.countDown();
                    released.await();
                    out.write(SYNC);
                } else {
                    out.write(bytes, 0, n);
                }
            }
        } catch (IOException | InterruptedException oneEndIsGone) {
            held.countDown();
            if (requests && released.getCount() == 0) {
                arrived.countDown();
            }
        }
    }

    /** The server has answered whatever it had to, and hung up. */
    private static void awaitEnd(Socket server) throws IOException {
        server.setSoTimeout(10_000);
        while (server.getInputStream().read() >= 0) {
            Thread.onSpinWait();
        }
    }

    /** Ends the client's side at its next such request, and delivers that request when released. */
    void loseNextClient() {
        losing.set(true);
    }

    /** The server has had the late request, or had hung up before. */
    void awaitArrival() throws InterruptedException {
        if (!arrived.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the late request did not arrive");
        }
    }

    /** Keeps back the end of the next such request; returns when the server has all the rest of it. */
    void hold() throws InterruptedException {
        armed.set(true);
        if (!held.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked the server anything");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        door.close();
    }
}
