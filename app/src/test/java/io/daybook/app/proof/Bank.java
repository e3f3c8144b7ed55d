package io.daybook.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payment sandbox, as the bank of one shop: told by HTTP what to do wrong, and asked where the money is.
 *
 * @param url of the sandbox
 * @param name of the shop, which has an account of its own
 */
record Bank(String url, String name) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SECRET = "whsec_proof";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a process of the shop needs to be paid here. Nobody has patience in proofs. */
    Map<String, String> settings() {
        return Map.of(
                "daybook.payments.provider", "stripe",
                "daybook.payments.stripe.url", url,
                "daybook.payments.stripe.secret-key", key(),
                "daybook.payments.stripe.webhook-secret", SECRET,
                "daybook.payments.stripe.read-timeout", "1s",
                "daybook.payments.stripe.retries", "1",
                "daybook.payments.ask-again-after", "1s",
                "daybook.payments.ask-again-every", "1s",
                "db-scheduler.polling-interval", "1s");
    }

    private String key() {
        return "sk_test_" + name;
    }

    /** Its webhooks go to this process from now on, those that it has not got rid of too. */
    void tells(Program program) {
        send("POST", "endpoint", "url=" + program.storefront().url() + "/webhooks/stripe&secret=" + SECRET);
    }

    /** @param form as in {@code permille=100&kinds=timeout_after_success,webhook_late}; forgotten when the sandbox is restarted */
    void misbehaves(String form) {
        send("POST", "faults", form);
    }

    void behaves() {
        send("DELETE", "faults", "");
    }

    /** Orders whose money it has ever set aside, with what became of it. */
    Map<String, Money> books() {
        Map<String, Money> books = new TreeMap<>();
        for (JsonNode row : send("GET", "ledger", "").get("orders")) {
            Money money = new Money(
                    row.get("authorised").asLong(),
                    row.get("held").asLong(),
                    row.get("captured").asLong(),
                    row.get("refunded").asLong());
            if (!money.equals(Money.NONE)) {
                books.put(row.get("order").asString(), money);
            }
        }
        return books;
    }

    private JsonNode send(String method, String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/sandbox/" + path))
                .header("Authorization", "Bearer " + key())
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofString(form))
                .build();
        try {
            return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
