package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A shop where orders are paid before they are confirmed, with a bank that speaks Stripe's contract. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class APaidOrderTest {
    private static final Bank BANK = Bank.open();
    private static final Shop SHOP = Shop.open(Shop.ALL_ROLES, BANK.settings());

    @BeforeAll
    static void lamps_are_on_sale() {
        BANK.tells(SHOP);
        SHOP.put("/products/lamp", "{\"title\": \"Lamp\", \"price\": {\"minor\": 2500, \"currency\": \"EUR\"}}");
        SHOP.post("/inventory/lamp/berlin/receipts", "{\"quantity\": 100}");
    }

    @AfterAll
    static void close() {
        SHOP.close();
        BANK.close();
    }

    @Test
    void it_is_confirmed_when_its_money_is_set_aside_captured_as_it_ships_and_refunded_as_it_comes_back() {
        buy("paid", 2, "pm_card_visa");
        stands("paid", "CONFIRMED");
        assertThat(BANK.books("paid")).isEqualTo("5000 authorised, 5000 held, 0 captured, 0 refunded");

        SHOP.post(
                "/orders/paid/shipments",
                "{\"id\": \"s-1\", \"items\": [{\"line\": 1, \"sku\": \"lamp\", \"quantity\": 1}]}");
        has("paid", "5000 authorised, 2500 held, 2500 captured, 0 refunded");
        SHOP.post("/orders/paid/shipments", "{\"id\": \"s-2\"}");
        has("paid", "5000 authorised, 0 held, 5000 captured, 0 refunded");

        String back =
                "{\"id\": \"r-1\", \"reason\": \"too bright\", \"items\": [{\"line\": 1, \"sku\": \"lamp\", \"quantity\": 2}]}";
        SHOP.post("/orders/paid/returns", back);
        SHOP.post("/orders/paid/returns", back);
        has("paid", "5000 authorised, 0 held, 5000 captured, 5000 refunded");
        stands("paid", "RETURNED");
    }

    @Test
    void of_an_order_whose_rest_is_cancelled_what_was_shipped_is_paid_and_the_rest_released() {
        buy("lessened", 3, "pm_card_visa");
        stands("lessened", "CONFIRMED");
        SHOP.post(
                "/orders/lessened/shipments",
                "{\"id\": \"s-1\", \"items\": [{\"line\": 1, \"sku\": \"lamp\", \"quantity\": 1}]}");
        has("lessened", "7500 authorised, 5000 held, 2500 captured, 0 refunded");

        String one =
                "{\"id\": \"c-1\", \"reason\": \"too many\", \"items\": [{\"line\": 1, \"sku\": \"lamp\", \"quantity\": 1}]}";
        assertThat(SHOP.post("/orders/lessened/cancellations", one).status()).isEqualTo(200);
        assertThat(SHOP.post("/orders/lessened/cancellations", one).text("/changed"))
                .isEqualTo("false");
        SHOP.post("/orders/lessened/cancellations", "{\"reason\": \"no more at all\"}");

        has("lessened", "7500 authorised, 0 held, 2500 captured, 0 refunded");
        stands("lessened", "SHIPPED");
        eventually(() ->
                assertThat(SHOP.get("/orders/lessened").text("/captured/minor")).isEqualTo("2500"));
        Reply status = SHOP.get("/orders/lessened");
        assertThat(status.text("/cancelled/minor")).isEqualTo("5000");
        assertThat(status.text("/lines/0/cancelled")).isEqualTo("2");
        assertThat(status.text("/refunded/minor")).isEqualTo("0");
    }

    @Test
    void what_the_shelf_does_not_hold_and_nothing_else_serves_is_cancelled_and_not_paid() {
        SHOP.put("/products/stool", "{\"title\": \"Stool\", \"price\": {\"minor\": 4000, \"currency\": \"EUR\"}}");
        SHOP.post("/inventory/stool/berlin/receipts", "{\"quantity\": 2}");
        String order = Orders.of("missed", "customer-missed", "stool", 2, 4000);
        SHOP.post("/orders", order.replaceFirst("\\{", "{\"paymentMethod\": \"pm_card_visa\", "));
        stands("missed", "CONFIRMED");

        SHOP.post("/inventory/stool/berlin/counts", "{\"counted\": 1}");

        eventually(() -> assertThat(SHOP.get("/orders/missed").text("/lines/0/cancelled"))
                .isEqualTo("1"));
        SHOP.post("/orders/missed/shipments", "{\"id\": \"s-1\"}");
        has("missed", "8000 authorised, 0 held, 4000 captured, 0 refunded");
        stands("missed", "SHIPPED");
    }

    @Test
    void a_declined_card_is_told_with_the_banks_reason_and_another_one_pays() {
        buy("tried-twice", 1, "pm_card_visa_chargeDeclinedInsufficientFunds");
        stands("tried-twice", "PAYMENT_DECLINED");
        assertThat(SHOP.get("/orders/tried-twice").text("/reason")).isEqualTo("insufficient_funds");

        SHOP.postOnce("second-card", "/orders/tried-twice/payment", "{\"paymentMethod\": \"pm_card_visa\"}");

        stands("tried-twice", "CONFIRMED");
    }

    @Test
    void a_buyer_of_whom_the_bank_wants_something_does_it_in_the_browser() {
        buy("asked", 1, "pm_card_authenticationRequired");
        stands("asked", "PAYMENT_ACTION_REQUIRED");

        Reply action = SHOP.post("/orders/asked/payment-action", "");
        String secret = action.text("/clientSecret");
        BANK.buyerActs(secret.substring(0, secret.indexOf("_secret")));

        stands("asked", "CONFIRMED");
    }

    @Test
    void a_cancelled_order_has_its_money_released() {
        buy("regretted", 1, "pm_card_visa");
        stands("regretted", "CONFIRMED");

        SHOP.post("/orders/regretted/cancellation", "{\"reason\": \"changed my mind\"}");

        has("regretted", "2500 authorised, 0 held, 0 captured, 0 refunded");
    }

    @Test
    void whatever_the_bank_does_every_order_gets_its_money_once() {
        BANK.misbehaves(
                "permille=300&seed=11&kinds=error_500,timeout_after_success,webhook_twice,webhook_before_answer");
        List<String> orders =
                IntStream.rangeClosed(1, 12).mapToObj(n -> "stormy-" + n).toList();
        try {
            orders.forEach(order -> buy(order, 1, "pm_card_visa"));
            orders.forEach(order -> stands(order, "CONFIRMED"));
            orders.forEach(order -> SHOP.post("/orders/" + order + "/shipments", "{\"id\": \"s\"}"));
            orders.forEach(order -> has(order, "2500 authorised, 0 held, 2500 captured, 0 refunded"));
        } finally {
            BANK.behaves();
        }
    }

    private static void buy(String id, int lamps, String method) {
        String order = Orders.of(id, "customer-" + id, "lamp", lamps, 2500);
        assertThat(SHOP.post("/orders", order.replaceFirst("\\{", "{\"paymentMethod\": \"" + method + "\", "))
                        .status())
                .isEqualTo(201);
    }

    private static void stands(String order, String stage) {
        eventually(() -> assertThat(SHOP.get("/orders/" + order).text("/stage"))
                .as(order)
                .isEqualTo(stage));
    }

    private static void has(String order, String books) {
        eventually(() -> assertThat(BANK.books(order)).as(order).isEqualTo(books));
    }
}
