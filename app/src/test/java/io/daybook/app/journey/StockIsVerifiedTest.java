package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator asks whether stock is right, in a shop of its own, since this one is spoiled by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockIsVerifiedTest {
    private static final String TAMPER =
            "update view_stock_level set body = replace(body::text, ?, ?)::json where row_key = 'globe'";

    @SuppressWarnings("NullAway.Init") // before any test
    private static Shop shop;

    private record Ended(int exit, String told) {}

    @BeforeAll
    static void a_shop_that_sold_two_of_ten_globes() {
        shop = Shop.open(Shop.ALL_ROLES);
        shop.put("/products/globe", """
                {"title": "Globe", "price": {"minor": 2000, "currency": "EUR"}}""");
        shop.post("/inventory/globe/north/receipts", """
                {"quantity": 10, "reference": "first"}""");
        shop.post("/orders", Orders.of("globe-1", "ada", "globe", 2, 2000));
        eventually(() -> assertThat(shop.get("/orders/globe-1").text("/stage")).isEqualTo("CONFIRMED"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void what_is_wrong_is_named_and_the_exit_code_says_so() throws Exception {
        Ended right = verify();
        assertThat(right.told).contains("1 items, 3 events of stock", "all right");
        assertThat(right.told)
                .contains("\"stock-level\":1", "\"product\":1", "\"product-card\":1", "\"product-search\":1");
        assertThat(right.exit).isZero();

        JdbcTemplate sql = shop.inside(JdbcTemplate.class);
        assertThat(sql.update(TAMPER, "\"onHand\":10", "\"onHand\":11")).isEqualTo(1);
        Ended tampered = verify();
        assertThat(tampered.told)
                .contains(
                        "wrong: stock-level globe@north: differs after the same events: onHand is 11 and should be 10;")
                .contains(" 1 wrong");
        assertThat(tampered.exit).isEqualTo(1);
        sql.update(TAMPER, "\"onHand\":11", "\"onHand\":10");

        shop.inside(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "InventoryItem",
                        "globe@north",
                        3,
                        new StockReceived(new Sku("globe"), new LocationId("north"), "lie", 1, 99, Instant.now())));
        Ended lied = verify("--json");
        assertThat(lied.told)
                .contains("\"where\":\"log\"", "sequence 3: tells 99 on hand; it should be 11", "\"wrong\":1,");
        assertThat(lied.exit).isEqualTo(1);
    }

    @Test
    void a_process_without_the_views_says_that_it_cannot_tell() {
        try (Shop other = shop.beside("command")) {
            assertThat(other.adminPost("/admin/stock/audit").code()).isEqualTo("request.role-not-here");
        }
    }

    /** The command line as a process of its own, as an operator or a pipeline runs it. */
    private static Ended verify(String... more) throws IOException, InterruptedException {
        HttpRequest admin = shop.admin("").build();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.daybook.app.cli.Daybook",
                "verify",
                "stock",
                "--url",
                admin.uri().toString(),
                "--token",
                admin.headers().firstValue("Authorization").orElseThrow().substring("Bearer ".length())));
        words.addAll(List.of(more));
        Process cli = new ProcessBuilder(words).redirectErrorStream(true).start();
        String told = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(cli.waitFor(), told);
    }
}
