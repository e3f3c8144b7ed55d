package io.daybook.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks that believes only what is signed, as its own reading of the specification says. */
final class Hook implements AutoCloseable {
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param type as in {@code order-confirmed}
     */
    record Posted(String id, String type, JsonNode data) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Hook(HttpServer server) {
        this.server = server;
    }

    static Hook open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Hook hook = new Hook(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                var headers = exchange.getRequestHeaders();
                String id = headers.getFirst("webhook-id");
                boolean ours = headers.getFirst("webhook-signature")
                        .equals(signature(
                                id + "." + headers.getFirst("webhook-timestamp") + "." + new String(body, UTF_8)));
                if (ours) {
                    JsonNode told = JSON.readTree(body);
                    hook.posted.add(new Posted(id, told.path("type").asString(""), told.path("data")));
                }
                exchange.sendResponseHeaders(ours ? 204 : 401, -1);
                exchange.close();
            });
            server.start();
            return hook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> settings() {
        return Map.of(
                "daybook.notifications.webhook.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "daybook.notifications.webhook.secrets",
                "whsec_" + SECRET);
    }

    List<Posted> about(String order) {
        return posted.stream()
                .filter(one -> one.data().path("order").asString("").equals(order))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
