package io.daybook.app.journey;

import io.daybook.devservers.payments.PaymentSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payment sandbox, with an account for one shop. */
final class Bank implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "sk_test_journey";
    private static final String SECRET = "whsec_journey";

    private final Path folder;
    private final PaymentSandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    private Bank(Path folder) throws IOException {
        this.folder = folder;
        sandbox = PaymentSandbox.start(0, folder);
    }

    static Bank open() {
        try {
            return new Bank(Files.createTempDirectory("bank"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a shop needs to be paid here. Nobody has patience in tests. */
    Map<String, Object> settings() {
        return Map.of(
                "daybook.payments.provider", "stripe",
                "daybook.payments.stripe.url", sandbox.url().toString(),
                "daybook.payments.stripe.secret-key", KEY,
                "daybook.payments.stripe.webhook-secret", SECRET,
                "daybook.payments.stripe.read-timeout", "1s",
                "daybook.payments.stripe.retries", "1",
                "daybook.payments.ask-again-after", "2s",
                "daybook.payments.ask-again-every", "1s",
                "daybook.fraud.many-orders", "0",
                "db-scheduler.polling-interval", "1s");
    }

    void tells(Shop shop) {
        send("POST", "endpoint", "url=" + shop.url() + "/webhooks/stripe&secret=" + SECRET);
    }

    /** @param form as in {@code fault=timeout&on=capture} */
    void misbehaves(String form) {
        send("POST", "faults", form);
    }

    void behaves() {
        send("DELETE", "faults", "");
    }

    /** The buyer does what was wanted of them. */
    void buyerActs(String intent) {
        send("POST", "payment_intents/" + intent + "/succeed", "");
    }

    /** As in {@code 100 authorised, 0 held, 60 captured, 10 refunded}: what the order has moved. */
    String books(String order) {
        for (JsonNode row : send("GET", "ledger", "").get("orders")) {
            if (row.get("order").asString().equals(order)) {
                return "%s authorised, %s held, %s captured, %s refunded"
                        .formatted(row.get("authorised"), row.get("held"), row.get("captured"), row.get("refunded"));
            }
        }
        return "nothing";
    }

    private JsonNode send(String method, String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + path))
                .header("Authorization", "Bearer " + KEY)
                .method(method, BodyPublishers.ofString(form))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
