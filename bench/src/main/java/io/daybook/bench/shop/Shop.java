package io.daybook.bench.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A storefront: talks to a running program over HTTP, as any other client would. */
public final class Shop implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> BUYER = Map.of(
            "name", "Bench Buyer",
            "email", "bench@example.org",
            "deliverTo",
                    Map.of("street", "1 Main Street", "postalCode", "12345", "city", "Springfield", "country", "US"));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    public Shop(URI base) {
        this.base = base;
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** Asks until the view has seen what the path's token names: a server gives up waiting sooner than a bench should. */
    JsonNode getOnceSeen(String path) {
        while (true) {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(base.resolve(path)).GET());
            if (response.statusCode() != 503 || !response.body().contains("\"view.late\"")) {
                return read(response);
            }
        }
    }

    JsonNode put(String path, Object body) {
        return answer(json(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Under an idempotency key of its own. */
    public JsonNode post(String path, Object body) {
        return answer(json(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public void list(String sku, long cents) {
        put("/products/" + sku, Map.of("title", "Bench " + sku, "price", money(cents)));
    }

    public void receive(String sku, String location, int quantity) {
        post("/inventory/" + sku + "/" + location + "/receipts", Map.of("reference", "bench", "quantity", quantity));
    }

    /** @return the read-after token */
    String order(String sku, long cents) {
        Map<String, Object> body = new HashMap<>(basket(sku, cents));
        body.put("id", UUID.randomUUID().toString());
        return post("/orders", body).get("readAfter").asString();
    }

    /**
     * An order of one unit that is paid first.
     *
     * @param method what the provider's form gave to the storefront
     */
    public void checkOut(String id, String sku, long cents, String method) {
        Map<String, Object> body = new HashMap<>(basket(sku, cents));
        body.put("id", id);
        body.put("paymentMethod", method);
        post("/orders", body);
    }

    private static Map<String, Object> basket(String sku, long cents) {
        return Map.of(
                "customerId",
                // one who orders all the time would be looked at by a person
                "bench-" + UUID.randomUUID(),
                "buyer",
                BUYER,
                "lines",
                List.of(Map.of("sku", sku, "quantity", 1, "unitPrice", money(cents))));
    }

    static Map<String, Object> money(long cents) {
        return Map.of("minor", cents, "currency", "EUR");
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
    }

    private JsonNode answer(HttpRequest.Builder request) {
        return read(send(request));
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            HttpRequest asked = response.request();
            throw new IllegalStateException(
                    asked.method() + " " + asked.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("nothing answers at " + base + ": is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
