package io.daybook.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client of one process, over HTTP. */
record Storefront(String url, String token) {
    static final Map<String, Object> PRICE = Map.of("minor", 1_000, "currency", "EUR");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * What came back.
     *
     * @param status of HTTP
     */
    record Answer(int status, JsonNode body) {
        boolean accepted() {
            return status >= 200 && status < 300;
        }

        Answer orThrow() {
            if (!accepted()) {
                throw new IllegalStateException(status + " " + body);
            }
            return this;
        }

        String code() {
            return body.path("code").asString("");
        }
    }

    void list(String sku) {
        send("PUT", "/products/" + sku, Map.of("title", "Proof " + sku, "price", PRICE))
                .orThrow();
    }

    void receive(String sku, String location, int quantity) {
        send(
                        "POST",
                        "/inventory/" + sku + "/" + location + "/receipts",
                        Map.of("reference", "proof", "quantity", quantity))
                .orThrow();
    }

    /** Orders one unit. */
    Answer order(String id, String sku) {
        return sendOnce(
                UUID.randomUUID().toString(),
                "/orders",
                Map.of("id", id, "customerId", "proof", "buyer", BUYER, "lines", List.of(line(sku))));
    }

    /**
     * Orders one unit and pays for it.
     *
     * @param key of idempotency, under which the wish may be sent again
     * @param id empty to have the shop find one
     * @param method what it is paid with
     */
    Answer checkOut(String key, String id, String customer, String sku, String method) {
        Map<String, Object> body = new TreeMap<>(
                Map.of("customerId", customer, "buyer", BUYER, "lines", List.of(line(sku)), "paymentMethod", method));
        if (!id.isEmpty()) {
            body.put("id", id);
        }
        return sendOnce(key, "/orders", body);
    }

    /** Posts under a key of idempotency. */
    Answer sendOnce(String key, String path, Object body) {
        return exchange(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static final Map<String, Object> BUYER = Map.of(
            "name", "Grace Example",
            "email", "grace@example.org",
            "deliverTo",
                    Map.of("street", "1 Main Street", "postalCode", "12345", "city", "Springfield", "country", "US"));

    private static Map<String, Object> line(String sku) {
        return Map.of("sku", sku, "quantity", 1, "unitPrice", PRICE);
    }

    Answer get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    Answer send(String method, String path, Object body) {
        return exchange(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
