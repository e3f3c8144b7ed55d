package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.journey.Hook.Posted;
import io.daybook.app.journey.Mailbox.Mail;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.infra.serialization.SubjectKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A shop that writes to its customers and its warehouse, by mail and by webhook. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ACustomerIsToldTest {
    private static final Bank BANK = Bank.open();
    private static final Mailbox MAIL = Mailbox.open();
    private static final Hook HOOK = Hook.open();

    @SuppressWarnings("NullAway.Init") // before any test
    private static Shop shop;

    @BeforeAll
    static void lamps_are_on_sale() {
        Map<String, Object> settings = new HashMap<>(BANK.settings());
        settings.putAll(MAIL.settings());
        settings.putAll(HOOK.settings());
        settings.put("daybook.notifications.channels", "smtp,webhook");
        shop = Shop.open(Shop.ALL_ROLES, settings);
        BANK.tells(shop);
        shop.put("/products/lamp", "{\"title\": \"Lamp\", \"price\": {\"minor\": 2500, \"currency\": \"EUR\"}}");
        shop.post("/inventory/lamp/berlin/receipts", "{\"quantity\": 100}");
    }

    @AfterAll
    static void close() {
        shop.close();
        HOOK.close();
        MAIL.close();
        BANK.close();
    }

    @Test
    void of_an_order_that_is_paid_shipped_and_sent_back_by_mail_and_by_webhook_under_the_same_ids() {
        buy("told", "ada@example.org");
        mailed("told", "Lamps: your order told is confirmed", "To pick at berlin: order told");
        shop.post("/orders/told/shipments", """
                {"id": "s-1", "items": [{"line": 1, "sku": "lamp", "quantity": 1}]}""");
        mailed(
                "told",
                "Lamps: your order told is confirmed",
                "To pick at berlin: order told",
                "Lamps: part of your order told is on its way");
        shop.post("/orders/told/shipments", "{\"id\": \"s-2\"}");
        eventually(() -> assertThat(BANK.books("told")).contains("5000 captured"));
        shop.post("/orders/told/returns", """
                {"id": "r-1", "reason": "too bright", "items": [{"line": 1, "sku": "lamp", "quantity": 1}]}""");

        mailed(
                "told",
                "Lamps: your order told is confirmed",
                "To pick at berlin: order told",
                "Lamps: part of your order told is on its way",
                "Lamps: your order told is on its way",
                "Lamps: €25.00 of order told paid back");
        assertThat(MAIL.about("told"))
                .filteredOn(mail -> !mail.to().equals("stock@lamps.example"))
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.to()).isEqualTo("Ada Example <ada@example.org>"));
        eventually(() -> assertThat(HOOK.about("told"))
                .extracting(Posted::type)
                .containsExactlyInAnyOrder(
                        "order-confirmed", "to-pick", "order-shipped", "order-shipped", "order-refunded"));
        assertThat(HOOK.about("told"))
                .extracting(Posted::id)
                .containsExactlyInAnyOrderElementsOf(
                        MAIL.about("told").stream().map(Mail::id).toList());
    }

    @Test
    void of_a_cancelled_order_and_the_warehouse_too() {
        buy("regretted", "ada@example.org");
        mailed("regretted", "Lamps: your order regretted is confirmed", "To pick at berlin: order regretted");

        shop.post("/orders/regretted/cancellation", "{\"reason\": \"changed my mind\"}");

        mailed(
                "regretted",
                "Lamps: your order regretted is confirmed",
                "To pick at berlin: order regretted",
                "Lamps: your order regretted is cancelled",
                "Not to pick at berlin: order regretted");
    }

    @Test
    void once_when_the_mail_server_is_back_and_by_other_ways_meanwhile() {
        MAIL.leave();
        List<String> orders =
                IntStream.rangeClosed(1, 10).mapToObj(n -> "late-" + n).toList();
        try {
            orders.forEach(order -> buy(order, "ada@example.org"));
            orders.forEach(
                    order -> eventually(() -> assertThat(HOOK.about(order)).hasSize(2)));
            JsonNode standing = shop.adminGet("/admin/status").body().path("notifications");
            assertThat(standing.path(0).path("channel").asString("")).isEqualTo("smtp");
            assertThat(standing.path(0).path("due").asLong()).isGreaterThanOrEqualTo(20);
        } finally {
            MAIL.comeBack();
        }

        orders.forEach(order ->
                mailed(order, "Lamps: your order " + order + " is confirmed", "To pick at berlin: order " + order));
        eventually(() -> assertThat(adminList("due")).isEmpty());
        orders.forEach(order -> assertThat(MAIL.about(order))
                .hasSize(2)
                .extracting(Mail::id)
                .containsExactlyInAnyOrderElementsOf(
                        HOOK.about(order).stream().map(Posted::id).toList()));
    }

    @Test
    void not_if_they_were_erased_before_and_nothing_about_them_lies_in_the_outbox() {
        MAIL.leave();
        try {
            buy("erased", "secret@example.org");
            eventually(() -> assertThat(HOOK.about("erased")).hasSize(2));
            assertThat(shop.inside(JdbcTemplate.class)
                            .queryForList("select n::text from notification n where order_id = 'erased'", String.class))
                    .hasSize(4)
                    .noneMatch(row -> row.contains("secret") || row.contains("Ada Example"));
            assertThat(shop.inside(SubjectKeys.class).erase(new CustomerId("customer-erased")))
                    .isEqualTo(1);
        } finally {
            MAIL.comeBack();
        }

        mailed("erased", "To pick at berlin: order erased");
        eventually(() -> assertThat(adminList("closed"))
                .anySatisfy(row -> assertThat(row.path("order").asString("") + " "
                                + row.path("kind").asString("") + ": "
                                + row.path("note").asString(""))
                        .isEqualTo("erased order-confirmed: erased")));
    }

    @Test
    void what_cannot_arrive_is_kept_named_and_sent_again_when_somebody_asks() {
        buy("unreachable", "no address at all");

        eventually(() -> assertThat(adminList("given-up")).hasSize(1));
        JsonNode kept = adminList("given-up").getFirst();
        assertThat(kept.path("order").asString("")).isEqualTo("unreachable");
        assertThat(kept.path("note").asString("")).isEqualTo("it goes to something that is no mail address");
        mailed("unreachable", "To pick at berlin: order unreachable");
        eventually(() -> assertThat(shop.adminText("/actuator/prometheus"))
                .contains("daybook_notifications_given_up{channel=\"smtp\"} 1.0"));
        String id = kept.path("id").asString("");
        assertThat(shop.adminPost("/admin/notifications/" + id + "/send-again")
                        .body()
                        .path("channels")
                        .asLong())
                .isEqualTo(1);
        eventually(() -> assertThat(adminList("given-up"))
                .singleElement()
                .satisfies(again -> assertThat(again.path("dueSince").asString(""))
                        .isGreaterThan(kept.path("dueSince").asString(""))));
        assertThat(shop.adminPost("/admin/notifications/unheard-of/send-again").code())
                .isEqualTo("notification.unknown");
        assertThat(shop.adminGet("/admin/notifications?state=lost").text("/field"))
                .isEqualTo("state");
    }

    private static List<JsonNode> adminList(String state) {
        return shop.adminGet("/admin/notifications?state=" + state)
                .body()
                .valueStream()
                .toList();
    }

    private static void buy(String id, String email) {
        String order = Orders.of(id, "customer-" + id, "lamp", 2, 2500).replace("ada@example.org", email);
        assertThat(shop.post("/orders", order.replaceFirst("\\{", "{\"paymentMethod\": \"pm_card_visa\", "))
                        .status())
                .isEqualTo(201);
    }

    private static void mailed(String order, String... subjects) {
        eventually(() -> assertThat(MAIL.about(order)).extracting(Mail::subject).containsExactlyInAnyOrder(subjects));
    }
}
