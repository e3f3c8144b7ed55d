package io.daybook.infra.payment;

import io.daybook.command.payment.PaymentProvider;
import io.daybook.devservers.payments.PaymentSandbox;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox with a fresh account, and the adapter on it. */
final class TestSandbox implements AutoCloseable {
    static final String WEBHOOK_SECRET = "whsec_4711";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final String key = "sk_test_" + UUID.randomUUID().toString().replace("-", "");
    private PaymentSandbox sandbox;

    private TestSandbox(Path folder) throws IOException {
        this.folder = folder;
        sandbox = PaymentSandbox.start(0, folder);
    }

    static TestSandbox in(Path folder) {
        try {
            return new TestSandbox(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    String key() {
        return key;
    }

    /** With short deadlines; the circuit stays closed. */
    StripeProperties properties(int retries) {
        return properties(retries, new StripeProperties.Circuit(1_000, 100, Duration.ofSeconds(1)));
    }

    StripeProperties properties(int retries, StripeProperties.Circuit circuit) {
        return new StripeProperties(
                sandbox.url(),
                key,
                WEBHOOK_SECRET,
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(700),
                retries,
                circuit);
    }

    static StripeLine line(StripeProperties properties) {
        return new StripeLine(properties, CircuitBreaker.of("test", StripeLine.circuit(properties.circuit())));
    }

    static PaymentProvider provider(StripeProperties properties) {
        StripeLine line = line(properties);
        return new StripePayments(line, new StripeSearch(line, Clock.systemUTC()));
    }

    /** @param retries of one call */
    PaymentProvider provider(int retries) {
        return provider(properties(retries));
    }

    /** Stops and starts on the same data, at another port. */
    void restart() throws IOException {
        sandbox.close();
        sandbox = PaymentSandbox.start(0, folder);
    }

    void stop() {
        sandbox.close();
    }

    /** @param form as in {@code fault=timeout&on=capture} */
    void misbehave(String form) {
        send("POST", "/sandbox/faults", form);
    }

    void behave() {
        send("DELETE", "/sandbox/faults", "");
    }

    void sendWebhooksTo(URI url) {
        send("POST", "/sandbox/endpoint", "url=" + url + "&secret=" + WEBHOOK_SECRET);
    }

    JsonNode send(String method, String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.url().resolve(path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** The only order's row, as in {@code 1 payments, 100 authorised, 0 held, 60 captured, 10 refunded}. */
    String ledger() {
        JsonNode orders = send("GET", "/sandbox/ledger", "").get("orders");
        if (orders.size() > 1) {
            throw new AssertionError("more than one order: " + orders);
        }
        return orders.isEmpty() ? "nothing" : ledger(orders.get(0));
    }

    /** The row of one order. */
    String ledger(String order) {
        for (JsonNode row : send("GET", "/sandbox/ledger", "").get("orders")) {
            if (row.get("order").asString().equals(order)) {
                return ledger(row);
            }
        }
        return "nothing";
    }

    private static String ledger(JsonNode row) {
        return "%s payments, %s authorised, %s held, %s captured, %s refunded"
                .formatted(
                        row.get("payments"),
                        row.get("authorised"),
                        row.get("held"),
                        row.get("captured"),
                        row.get("refunded"));
    }

    long waitingWebhooks() {
        return send("GET", "/sandbox/waiting", "").get("waiting").asLong();
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }
}
