package io.daybook.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a problem that says what is wrong and where, and nothing is written. */
@ExtendWith(OneShop.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    private static final String JSON = "application/json";
    private static final int TOO_LARGE = 10 * 1024 * 1024;

    /**
     * @param field empty if the problem is not about one
     */
    record Sent(
            String name, String method, String path, String type, String body, int status, String code, String field) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sent> bad() {
        String order = Orders.of("bad-1", "customer-1", "mug", 1, 100);
        String line = "{\"sku\": \"mug\", \"quantity\": 1, \"unitPrice\": {\"minor\": 100, \"currency\": \"EUR\"}}";
        String manyLines = order.replaceFirst(
                "\"lines\": \\[.*]", "\"lines\": [" + String.join(",", Collections.nCopies(2_000, line)) + "]");
        return Stream.of(
                new Sent(
                        "unsigned webhook",
                        "POST",
                        "/webhooks/stripe",
                        JSON,
                        "{}",
                        400,
                        "request.invalid",
                        "Stripe-Signature"),
                order("malformed JSON", "{\"id\": ", 400, "request.malformed", ""),
                order("no body", "", 400, "request.malformed", ""),
                order("an array", "[]", 400, "request.invalid", ""),
                order("text after the document", order + "x", 400, "request.malformed", ""),
                order("unknown field", "{\"customer\": 1}", 400, "request.invalid", "customer"),
                order(
                        "wrong type",
                        order.replace("\"quantity\": 1", "\"quantity\": \"one\""),
                        400,
                        "request.invalid",
                        "lines[0].quantity"),
                order(
                        "fraction",
                        order.replace("\"quantity\": 1", "\"quantity\": 1.5"),
                        400,
                        "request.invalid",
                        "lines[0].quantity"),
                order(
                        "number too large",
                        order.replace("\"quantity\": 1", "\"quantity\": 99999999999"),
                        400,
                        "request.invalid",
                        "lines[0].quantity"),
                order(
                        "negative quantity",
                        order.replace("\"quantity\": 1", "\"quantity\": -1"),
                        400,
                        "request.invalid",
                        "lines[0].quantity"),
                order(
                        "negative price",
                        order.replace("\"minor\": 100", "\"minor\": -1"),
                        400,
                        "request.invalid",
                        "lines[0].unitPrice.minor"),
                order(
                        "no quantity",
                        order.replace("\"quantity\": 1, ", ""),
                        400,
                        "request.invalid",
                        "lines[0].quantity"),
                order(
                        "no customer",
                        order.replace("\"customerId\": \"customer-1\",", ""),
                        400,
                        "request.invalid",
                        "customerId"),
                order(
                        "no lines",
                        order.replaceFirst("\"lines\": \\[.*]", "\"lines\": []"),
                        400,
                        "request.invalid",
                        "lines"),
                order(
                        "a missing line",
                        order.replaceFirst("\"lines\": \\[.*]", "\"lines\": [null]"),
                        400,
                        "request.invalid",
                        "lines[0]"),
                order("too many lines", manyLines, 400, "request.invalid", "lines"),
                order("a strange id", order.replace("bad-1", "bad 1"), 400, "request.invalid", "id"),
                order(
                        "a strange country",
                        order.replace("\"CH\"", "\"Suisse\""),
                        400,
                        "request.invalid",
                        "buyer.deliverTo.country"),
                order("no such product", order, 409, "catalog.not-listed", ""),
                new Sent("10 MB", "POST", "/orders", JSON, " ".repeat(TOO_LARGE), 413, "request.too-large", ""),
                new Sent(
                        "not JSON",
                        "POST",
                        "/orders",
                        "text/plain",
                        "hello",
                        415,
                        "request.unsupported-media-type",
                        ""),
                new Sent("unknown path", "GET", "/nothing/here", JSON, "", 404, "request.unknown-path", ""),
                new Sent("method not allowed", "PUT", "/orders", JSON, "{}", 405, "request.method-not-allowed", ""),
                new Sent(
                        "unknown order",
                        "POST",
                        "/orders/nobody-knows/cancellation",
                        JSON,
                        "{\"reason\": \"late\"}",
                        404,
                        "order.unknown-order",
                        ""),
                new Sent(
                        "negative receipt",
                        "POST",
                        "/inventory/mug/north/receipts",
                        JSON,
                        "{\"quantity\": -3}",
                        400,
                        "request.invalid",
                        "quantity"),
                new Sent(
                        "a count of nothing",
                        "POST",
                        "/inventory/mug/north/counts",
                        JSON,
                        "{}",
                        400,
                        "request.invalid",
                        "counted"),
                new Sent(
                        "a price below zero",
                        "PUT",
                        "/products/mug",
                        JSON,
                        "{\"title\": \"Mug\", \"price\": {\"minor\": -1, \"currency\": \"EUR\"}}",
                        400,
                        "request.invalid",
                        "price.minor"),
                new Sent(
                        "an attribute that is a list",
                        "PUT",
                        "/products/mug",
                        JSON,
                        "{\"title\": \"Mug\", \"attributes\": {\"a\": []}, \"price\": {\"minor\": 1, \"currency\": \"EUR\"}}",
                        400,
                        "request.invalid",
                        "attributes.a"),
                new Sent("a page of 1,000", "GET", "/products?size=1000", JSON, "", 400, "query.bad-parameter", ""),
                new Sent("a misspelt filter", "GET", "/products?brnad=x", JSON, "", 400, "query.bad-parameter", ""),
                new Sent("a mangled cursor", "GET", "/products?cursor=abc", JSON, "", 400, "query.bad-cursor", ""),
                new Sent("GraphQL that is no JSON", "POST", "/graphql", JSON, "{", 400, "request.malformed", ""));
    }

    private static Sent order(String name, String body, int status, String code, String field) {
        return new Sent(name, "POST", "/orders", JSON, body, status, code, field);
    }

    @ParameterizedTest
    @MethodSource
    void bad(Sent sent, Shop shop) {
        Reply reply = shop.send(shop.request(sent.path())
                .header("Content-Type", sent.type())
                .header("Idempotency-Key", sent.name())
                .method(sent.method(), BodyPublishers.ofString(sent.body())));
        assertThat(reply.status()).isEqualTo(sent.status());
        assertThat(reply.code()).isEqualTo(sent.code());
        assertThat(reply.text("/field")).isEqualTo(sent.field());
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void an_order_without_a_key_is_not_taken(Shop shop) {
        Reply reply = shop.send("POST", "/orders", JSON, Orders.of("keyless", "ada", "mug", 1, 100));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("request.invalid");
        assertThat(reply.text("/field")).isEqualTo("Idempotency-Key");
    }

    static Stream<Arguments> unread() {
        String host = "Host: shop";
        return Stream.of(
                arguments("a bar in the URL", "GET /products?q=[a|b] HTTP/1.1", host, 400, "request.malformed"),
                arguments("an encoded slash", "GET /products/a%2fb HTTP/1.1", host, 400, "request.malformed"),
                arguments("a space in a header's name", "GET /products HTTP/1.1", "a b: c", 400, "request.malformed"),
                arguments("no host", "GET /products HTTP/1.1", "Accept: */*", 400, "request.malformed"),
                arguments(
                        "a header of 10 kB",
                        "GET /products HTTP/1.1",
                        "Cookie: " + "a".repeat(10_000),
                        400,
                        "request.malformed"),
                arguments(
                        "a strange transfer encoding",
                        "POST /orders HTTP/1.1",
                        host + "\r\nTransfer-Encoding: smoke",
                        501,
                        "request.unsupported-encoding"),
                arguments("a version to come", "GET /products HTTP/9.9", host, 505, "request.unsupported-version"));
    }

    /** What no HTTP client of good manners would send. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unread(String name, String line, String header, int status, String code, Shop shop) {
        Reply reply = shop.sendRaw(line + "\r\n" + header + "\r\nConnection: close\r\n\r\n");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit(Shop shop) {
        byte[] endless = " ".repeat(TOO_LARGE).getBytes(StandardCharsets.UTF_8);
        Reply reply = shop.send(shop.request("/orders")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(endless))));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("request.too-large");
    }

    @Test
    void what_one_event_cannot_hold_is_refused_and_nothing_of_it_is_kept(Shop shop) {
        String words = "\"" + "w".repeat(4_000) + "\"";
        String attributes = IntStream.range(0, 150)
                .mapToObj(n -> "\"page-" + n + "\": " + words)
                .collect(Collectors.joining(", ", "{", "}"));
        String product = "{\"title\": \"Encyclopedia\", \"attributes\": %s,"
                + " \"price\": {\"minor\": 100, \"currency\": \"EUR\"}}";

        Reply refused = shop.put("/products/encyclopedia", product.formatted(attributes));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("event.too-large");
        assertThat(refused.text("/event")).isEqualTo("catalog.ProductListed");
        assertThat(refused.body().at("/size").asInt()).isGreaterThan(600_000);
        assertThat(refused.body().at("/limit").asInt()).isEqualTo(512 * 1024);

        // had anything been kept, this would not be a new product
        Reply smaller = shop.put("/products/encyclopedia", product.formatted("{\"pages\": " + words + "}"));
        assertThat(smaller.status()).isEqualTo(201);
        assertThat(shop.get("/products/encyclopedia", smaller.readAfter()).text("/title"))
                .isEqualTo("Encyclopedia");
    }

    @Test
    void graphql_tells_the_same_codes_in_extensions(Shop shop) {
        Reply unknown = shop.graphql("{ stock(sku: \"not a sku\") { sellable } }");
        assertThat(unknown.text("/errors/0/extensions/code")).isEqualTo("query.bad-parameter");
        Reply shape = shop.graphql("{ nothing }");
        assertThat(shape.text("/errors/0/extensions/code")).isEqualTo("request.invalid");
    }

    @Test
    void operators_paths_open_on_their_port_with_the_token_only(Shop shop) {
        assertThat(shop.get("/admin/status").code()).isEqualTo("request.unknown-path");
        assertThat(shop.get("/actuator/health").code()).isEqualTo("request.unknown-path");
        assertThat(shop.send(shop.adminUnopened("/admin/status").GET()).status())
                .isEqualTo(401);
        assertThat(shop.adminGet("/products").code()).isEqualTo("request.unknown-path");
    }

    @Test
    void the_api_describes_itself(Shop shop) {
        JsonNode paths = shop.get("/v3/api-docs").body().at("/paths");
        assertThat(paths.propertyNames()).contains("/orders", "/products/{sku}", "/stock/{sku}");
        assertThat(paths.at("/~1orders~1{id}~1delivery/post/parameters").toString())
                .isEqualTo("[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}},"
                        + "{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"required\":false,"
                        + "\"schema\":{\"type\":\"string\"}}]");
        assertThat(shop.send(shop.request("/graphiql?path=/graphql").GET()).status())
                .isEqualTo(200);
    }
}
