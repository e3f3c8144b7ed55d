package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.DevServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What went wrong in other shops, each once, in one whole shop with a bank that can misbehave and a search engine that can be cut off.
 * The page {@code docs/failures-of-other-shops.md} says why it cannot here. That a hold ends by itself, whether or not anything runs, is
 * in {@code ExpiredHoldTest}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailuresOfOtherShopsTest {
    private static final int ROUNDS = Math.min(50, 5 * Integer.getInteger("daybook.rounds", 2));

    private static final Bank BANK = Bank.open();
    private static final Line SEARCH_ENGINE = Line.to(DevServers.shared().elasticsearchUrl());

    @SuppressWarnings("NullAway.Init") // before any test
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.openOver(Map.of("daybook.elasticsearch.url", SEARCH_ENGINE.url()), BANK.settings());
        BANK.tells(shop);
    }

    @AfterAll
    static void close() {
        shop.close();
        SEARCH_ENGINE.close();
        BANK.close();
    }

    @Test
    void two_concurrent_checkouts_of_the_last_unit_sell_it_once_and_charge_one_buyer() throws Exception {
        List<String> winners = new ArrayList<>();
        List<String> losers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String sku = "last-" + round;
            onSale(sku, 1);
            String one = sku + "-one";
            String two = sku + "-two";

            List<Reply> replies = atOnce(List.of(() -> buy(one, line(sku, 1)), () -> buy(two, line(sku, 1))));

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
            Reply refused = replies.stream()
                    .filter(reply -> reply.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.code()).isEqualTo("inventory.not-enough-stock");
            boolean firstWon = replies.getFirst().status() == 201;
            winners.add(firstWon ? one : two);
            losers.add(firstWon ? two : one);
        }
        winners.forEach(winner -> stands(winner, "CONFIRMED"));
        winners.forEach(winner ->
                assertThat(BANK.books(winner)).isEqualTo("1000 authorised, 1000 held, 0 captured, 0 refunded"));
        losers.forEach(loser -> assertThat(BANK.books(loser)).isEqualTo("nothing"));
    }

    @Test
    void stock_is_not_sold_from_a_stale_cache() {
        onSale("cached", 2);
        eventually(() -> assertThat(sellable("cached")).isEqualTo("2"));
        try (Cards cards = new Cards()) {
            Runnable asItWas = cards.copyOf("cached");
            assertThat(buy("cached-first", line("cached", 2)).status()).isEqualTo(201);
            stands("cached-first", "CONFIRMED");
            Reply shipped = shop.post("/orders/cached-first/shipments", """
                    {"id": "s-1", "items": [{"line": 1, "sku": "cached", "quantity": 1}]}""");
            assertThat(shop.get("/products/cached", shipped.readAfter()).text("/availability/sellable"))
                    .isEqualTo("0");

            // a cache that missed the sale goes on telling what it knew
            asItWas.run();
            assertThat(sellable("cached")).isEqualTo("2");
            Reply second = buy("cached-second", line("cached", 1));

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("inventory.not-enough-stock");
            assertThat(BANK.books("cached-second")).isEqualTo("nothing");
            assertThat(shop.get("/orders/cached-second").status()).isEqualTo(404);
        }
        // the next event shows that events are missing, and they are read from the log: one unit is still promised
        shop.post("/inventory/cached/north/receipts", "{\"quantity\": 3}");
        eventually(() -> assertThat(sellable("cached")).isEqualTo("3"));
    }

    @Test
    void two_bundle_lines_that_share_one_item_are_decided_together() {
        onSale("teapot", 3);
        onSale("cup", 100);
        bundle("for-one", 1);
        bundle("for-two", 2);

        Reply tooMany = buy("parties", line("for-one", 1), line("for-two", 1), line("teapot", 2));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("inventory.not-enough-stock");
        assertThat(tooMany.body().toString()).contains("teapot");
        eventually(() -> assertThat(sellable("teapot")).isEqualTo("3"));

        assertThat(buy("party", line("for-one", 1), line("for-two", 1), line("teapot", 1))
                        .status())
                .isEqualTo(201);
        stands("party", "CONFIRMED");
        eventually(() -> assertThat(sellable("teapot")).isEqualTo("0"));
        eventually(() -> assertThat(sellable("for-one")).isEqualTo("0"));
        assertThat(buy("late", line("for-one", 1)).code()).isEqualTo("inventory.not-enough-stock");
    }

    @Test
    void an_order_is_not_doubled_while_the_search_engine_is_down() {
        onSale("sought", 10);
        eventually(() -> assertThat(found("sought")).isEqualTo(10));
        SEARCH_ENGINE.cut();
        try {
            assertThat(shop.get("/products?q=sought").status()).isGreaterThanOrEqualTo(500);
            for (int n = 1; n <= 4; n++) {
                String nameless = order("", line("sought", 1)).replaceFirst("\"id\": \"\",", "");
                Reply first = shop.postOnce("sought-" + n, "/orders", nameless);
                Reply again = shop.postOnce("sought-" + n, "/orders", nameless);
                assertThat(first.status()).isEqualTo(201);
                assertThat(again.body()).isEqualTo(first.body());
                stands(first.text("/id"), "CONFIRMED");
            }
        } finally {
            SEARCH_ENGINE.mend();
        }

        eventually(() -> assertThat(found("sought")).isEqualTo(6));
        assertThat(placedOf("sought")).isEqualTo(4);
    }

    @Test
    void a_cart_is_not_paid_without_an_order_when_the_webhook_comes_first_and_the_buyer_is_gone() throws Exception {
        onSale("raced", 10);
        BANK.misbehaves("fault=webhook_before_answer&on=create&times=4");
        try {
            List<String> orders =
                    IntStream.rangeClosed(1, 4).mapToObj(n -> "raced-" + n).toList();
            for (String order : orders) {
                askAndHangUp(order(order, line("raced", 1)));
            }
            for (String order : orders) {
                stands(order, "CONFIRMED");
                assertThat(BANK.books(order)).isEqualTo("1000 authorised, 1000 held, 0 captured, 0 refunded");
                // the buyer comes back, and learns that it was done
                assertThat(buy(order, line("raced", 1)).text("/changed")).isEqualTo("false");
                assertThat(BANK.books(order)).isEqualTo("1000 authorised, 1000 held, 0 captured, 0 refunded");
            }
        } finally {
            BANK.behaves();
        }
    }

    @Test
    void money_that_comes_after_its_order_was_cancelled_is_released() {
        onSale("regretted", 10);
        BANK.misbehaves("delay_ms=800");
        BANK.misbehaves("fault=delay&on=create&times=1");
        try {
            buy("too-late", line("regretted", 1));
            shop.post("/orders/too-late/cancellation", "{\"reason\": \"changed my mind\"}");

            eventually(() ->
                    assertThat(BANK.books("too-late")).isEqualTo("1000 authorised, 0 held, 0 captured, 0 refunded"));
            stands("too-late", "CANCELLED");
            eventually(() -> assertThat(sellable("regretted")).isEqualTo("10"));
        } finally {
            BANK.behaves();
        }
    }

    @Test
    void a_refund_is_not_repeated_when_it_is_tried_again() throws Exception {
        onSale("broken", 10);
        buy("given-back", line("broken", 2));
        stands("given-back", "CONFIRMED");
        shop.post("/orders/given-back/shipments", "{\"id\": \"s-1\"}");
        eventually(() -> assertThat(BANK.books("given-back")).contains("2000 captured"));
        String back = "{\"reason\": \"broken\", \"items\": [{\"line\": 1, \"sku\": \"broken\", \"quantity\": 1}]}";

        // the bank pays and says nothing; the buyer's browser asks again and again
        BANK.misbehaves("fault=timeout_after_success&on=refund&times=3");
        try {
            Callable<Reply> wish = () -> shop.postOnce("refund-1", "/orders/given-back/returns", back);
            List<Reply> replies = atOnce(Collections.nCopies(5, wish));
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            assertThat(replies)
                    .extracting(Reply::body)
                    .containsOnly(replies.getFirst().body());

            eventually(() -> assertThat(BANK.books("given-back")).contains("1000 refunded"));
            eventually(() -> assertThat(events("payment:given-back", "payment.PaymentRefunded"))
                    .isEqualTo(1));
        } finally {
            BANK.behaves();
        }
        assertThat(BANK.books("given-back")).isEqualTo("2000 authorised, 0 held, 2000 captured, 1000 refunded");
        assertThat(events("order:given-back", "order.ItemsReturned")).isEqualTo(1);
    }

    private static void onSale(String sku, int units) {
        shop.put(
                "/products/" + sku,
                "{\"title\": \"" + sku + "\", \"price\": {\"minor\": 1000, \"currency\": \"EUR\"}}");
        assertThat(shop.post("/inventory/" + sku + "/north/receipts", "{\"quantity\": " + units + "}")
                        .status())
                .isEqualTo(200);
    }

    /** One teapot with so many cups. */
    private static void bundle(String sku, int cups) {
        assertThat(shop.put("/products/" + sku, """
                        {"title": "%s", "price": {"minor": 1000, "currency": "EUR"},
                         "components": [{"sku": "teapot", "quantity": 1}, {"sku": "cup", "quantity": %d}]}""".formatted(sku, cups)).status())
                .isLessThan(300);
    }

    private static String line(String sku, int quantity) {
        return "{\"sku\": \"%s\", \"quantity\": %d, \"unitPrice\": {\"minor\": 1000, \"currency\": \"EUR\"}}"
                .formatted(sku, quantity);
    }

    private static String order(String id, String... lines) {
        return """
                {"id": "%s", "customerId": "ada", "paymentMethod": "pm_card_visa",
                 "buyer": {"name": "Ada Example", "email": "ada@example.org",
                           "deliverTo": {"street": "Lane 1", "postalCode": "1234", "city": "Bern", "country": "CH"}},
                 "lines": [%s]}""".formatted(id, String.join(", ", lines));
    }

    private static Reply buy(String id, String... lines) {
        return shop.post("/orders", order(id, lines));
    }

    /** Sends the order and is gone before any answer. */
    private static void askAndHangUp(String order) throws IOException {
        URI at = URI.create(shop.url());
        byte[] body = order.getBytes(UTF_8);
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            String head = "POST /orders HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nIdempotency-Key: "
                    + UUID.randomUUID() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }
    }

    private static List<Reply> atOnce(List<Callable<Reply>> wishes) throws Exception {
        CyclicBarrier together = new CyclicBarrier(wishes.size());
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = wishes.stream()
                    .map(wish -> buyers.submit(() -> {
                        together.await();
                        return wish.call();
                    }))
                    .toList();
            List<Reply> all = new ArrayList<>();
            for (Future<Reply> reply : replies) {
                all.add(reply.get());
            }
            return all;
        }
    }

    private static void stands(String order, String stage) {
        eventually(() -> assertThat(shop.get("/orders/" + order).text("/stage"))
                .as(order)
                .isEqualTo(stage));
    }

    /** Units that the product's card offers. */
    private static String sellable(String sku) {
        return shop.get("/products/" + sku).text("/availability/sellable");
    }

    /** Units that the search offers of it; -1 if it does not find it. */
    private static int found(String sku) {
        return shop.get("/products?q=" + sku).body().at("/hits/0/sellable").asInt(-1);
    }

    private static long placedOf(String sku) {
        return count(
                "select count(*) from event_log where event_type = 'order.OrderPlaced' and convert_from(payload, 'UTF8') like ?",
                "%\"" + sku + "\"%");
    }

    private static long events(String aggregate, String type) {
        return count("select count(*) from event_log where aggregate_id = ? and event_type = ?", aggregate, type);
    }

    private static long count(String sql, Object... arguments) {
        Long found = shop.inside(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }

    /** The product cards in Redis, past the program. */
    private static final class Cards implements AutoCloseable {
        private final RedisClient client =
                RedisClient.create(DevServers.shared().redisUri());
        private final StatefulRedisConnection<String, String> connection = client.connect();

        /** @return what puts the card back as it is now */
        Runnable copyOf(String sku) {
            RedisCommands<String, String> redis = connection.sync();
            String key = redis.keys(shop.viewPrefix() + "*card:*:" + sku).getFirst();
            byte[] content = redis.dump(key);
            return () -> redis.restore(key, content, new RestoreArgs().replace());
        }

        @Override
        public void close() {
            connection.close();
            client.close();
        }
    }
}
