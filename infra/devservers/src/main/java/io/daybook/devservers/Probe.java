package io.daybook.devservers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One small question per wire protocol, so that no client library is needed to know that a server serves. */
final class Probe {

    private Probe() {}

    /** A start-up message answered with an authentication message: the database accepts sessions. */
    static boolean postgresql(int port) throws IOException {
        byte[] start = "user\0daybook\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect(port)) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 * Integer.BYTES + start.length);
            out.writeShort(3);
            out.writeShort(0);
            out.write(start);
            out.flush();
            return socket.getInputStream().read() == 'R';
        }
    }

    /** An ApiVersions request answered without an error. */
    static boolean kafka(int port) throws IOException {
        short apiVersions = 18;
        int correlation = 4711;
        byte[] client = "daybook".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect(port)) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(3 * Short.BYTES + Integer.BYTES + client.length);
            out.writeShort(apiVersions);
            out.writeShort(0);
            out.writeInt(correlation);
            out.writeShort(client.length);
            out.write(client);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == correlation && in.readShort() == 0;
        }
    }

    /** PING answered with PONG, which it is not while the append-only file is still being read. */
    static boolean redis(int port) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        }
    }

    /** Every primary shard is there. */
    static boolean elasticsearch(int port) throws IOException {
        return http(port, "/_cluster/health?wait_for_status=yellow&timeout=2s");
    }

    static boolean payments(int port) throws IOException {
        return http(port, "/sandbox/health");
    }

    private static boolean http(int port, String path) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + path).toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(500);
        connection.setReadTimeout(5_000);
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        socket.setSoTimeout(2_000);
        return socket;
    }
}
