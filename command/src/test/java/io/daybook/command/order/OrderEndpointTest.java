package io.daybook.command.order;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.daybook.command.Http;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.BadField;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderEndpointTest {
    private static final String ORDER = """
            {"id": "o-1", "customerId": "ada",
             "buyer": {"name": "Ada", "email": "ada@example.org",
                       "deliverTo": {"street": "Weg 1", "postalCode": "10115", "city": "Berlin", "country": "DE"}},
             "lines": [{"sku": "TEAPOT", "quantity": 1, "unitPrice": {"minor": 2000, "currency": "EUR"}},
                       {"sku": "TEAPOT", "quantity": 2, "unitPrice": {"minor": 2000, "currency": "EUR"}}],
             "charges": [{"label": "shipping", "amount": {"minor": 490, "currency": "EUR"}}]}
            """;

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final Http http = new Http(shop.bean(OrderEndpoint.class));
    private int before;

    @BeforeEach
    void ten_teapots_are_for_sale() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 10);
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static MockHttpServletRequestBuilder keyed(String path) {
        return post(path).header("Idempotency-Key", UUID.randomUUID());
    }

    @Test
    void an_order_is_placed_and_the_answer_says_where_and_what_to_read_after() throws Exception {
        MockHttpServletResponse answer = http.send(keyed("/orders"), ORDER);

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).isEqualTo("/orders/o-1");
        assertThat(answer.getContentAsString())
                .isEqualTo(
                        "{\"id\":\"o-1\",\"changed\":true,\"readAfter\":\"" + answer.getHeader("Read-After") + "\"}");
        assertThat(log.eventsAfter(before)).hasSize(4);
    }

    @Test
    void the_same_order_again_is_not_placed_again() throws Exception {
        http.send(keyed("/orders"), ORDER);

        MockHttpServletResponse again = http.send(keyed("/orders"), ORDER);

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).startsWith("{\"id\":\"o-1\",\"changed\":false,");
    }

    @Test
    void an_order_without_an_id_gets_one_and_its_key_answers_the_same_again() throws Exception {
        String nameless = ORDER.replace("\"id\": \"o-1\",", "");

        String first = http.send(post("/orders").header("Idempotency-Key", "k"), nameless)
                .getContentAsString();
        String again = http.send(post("/orders").header("Idempotency-Key", "k"), nameless)
                .getContentAsString();

        assertThat(again).isEqualTo(first);
        assertThat(log.eventsAfter(before)).hasSize(4);
    }

    @Test
    void a_key_with_another_order_is_refused() throws Exception {
        http.send(post("/orders").header("Idempotency-Key", "k"), ORDER);

        assertThat(refusal(() -> http.send(post("/orders").header("Idempotency-Key", "k"), ORDER.replace("o-1", "o-2")))
                        .refusal()
                        .code())
                .isEqualTo("idempotency.key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "quantity": 2              | "quantity": -2           | lines[1].quantity
            "quantity": 2              | "quantity": 0            | lines[1].quantity
            "quantity": 2              | "quantity": 2000000000   | lines[1].quantity
            "quantity": 2,             |                          | lines[1].quantity
            "sku": "TEAPOT"            | "sku": "TEA POT"         | lines[0].sku
            "minor": 2000              | "minor": -1              | lines[0].unitPrice.minor
            "minor": 2000              | "minor": 9000000000000   | lines[0].unitPrice.minor
            "currency": "EUR"          | "currency": "euro"       | lines[0].unitPrice.currency
            "customerId": "ada",       |                          | customerId
            "id": "o-1"                | "id": "o/1"              | id
            "name": "Ada"              | "name": " "              | buyer.name
            "country": "DE"            | "country": "Germany"     | buyer.deliverTo.country
            "city": "Berlin"           | "city": null             | buyer.deliverTo.city
            "label": "shipping"        | "label": ""              | charges[0].label
            "email": "ada@example.org" | "phone": ""              | buyer.email
            """)
    void a_field_that_cannot_be_read_is_named_by_its_path(String from, String to, String field) {
        BadField thrown = catchThrowableOfType(
                BadField.class,
                () -> http.send(
                        keyed("/orders"),
                        ORDER.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to)));

        assertThat(thrown.field()).isEqualTo(field);
        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @Test
    void an_order_of_too_many_lines_names_the_lines() {
        String line =
                "{\"sku\": \"TEAPOT\", \"quantity\": 1, \"unitPrice\": {\"minor\": 2000, \"currency\": \"EUR\"}},";
        BadField thrown = catchThrowableOfType(
                BadField.class,
                () -> http.send(keyed("/orders"), ORDER.replace("\"lines\": [", "\"lines\": [" + line.repeat(499))));

        assertThat(thrown).hasMessage("lines must have at most 500 entries");
    }

    @Test
    void an_order_on_invoice_is_not_paid_and_one_that_nobody_looks_at_is_not_approved() throws Exception {
        http.send(keyed("/orders"), ORDER);

        assertThat(refusal(() -> http.send(
                                post("/orders/o-1/payment").header("Idempotency-Key", "k"),
                                "{\"paymentMethod\": \"pm_1\"}"))
                        .refusal()
                        .code())
                .isEqualTo("order.no-payment-due");
        assertThat(refusal(() -> http.send(post("/orders/o-1/approval"), "{\"by\": \"grace\"}"))
                        .refusal()
                        .code())
                .isEqualTo("order.not-in-review");
        assertThat(refusal(() -> http.send(post("/orders/o-1/refusal"), "{\"by\": \"grace\", \"reason\": \"no\"}"))
                        .refusal()
                        .code())
                .isEqualTo("order.not-in-review");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payment  | {}                                | paymentMethod
            payment  | {"paymentMethod": "a b"}          | paymentMethod
            approval | {}                                | by
            refusal  | {"by": "grace"}                   | reason
            refusal  | {"reason": "no"}                  | by
            """)
    void what_is_missing_is_named(String door, String body, String field) {
        BadField thrown = catchThrowableOfType(BadField.class, () -> http.send(post("/orders/o-1/" + door), body));

        assertThat(thrown.field()).isEqualTo(field);
    }

    @Test
    void an_order_is_shipped_delivered_and_comes_back() throws Exception {
        http.send(keyed("/orders"), ORDER);
        shop.commands.send(clear("o-1", Instant.EPOCH));
        before = log.events().size();

        http.send(
                post("/orders/o-1/shipments"),
                "{\"id\": \"s-1\", \"items\": [{\"line\": 2, \"sku\": \"TEAPOT\", \"quantity\": 1}]}");
        http.send(post("/orders/o-1/shipments"), "{}");
        http.send(post("/orders/o-1/delivery"), "");
        MockHttpServletResponse returned = http.send(
                keyed("/orders/o-1/returns"),
                "{\"id\": \"r-1\", \"reason\": \"broken\","
                        + " \"items\": [{\"line\": 1, \"sku\": \"TEAPOT\", \"quantity\": 1}]}");

        assertThat(returned.getStatus()).isEqualTo(200);
        assertThat(log.eventsAfter(before).stream().map(e -> e.getClass().getSimpleName()))
                .containsExactly(
                        "ItemsShipped",
                        "StockShipped",
                        "ItemsShipped",
                        "StockShipped",
                        "StockShipped",
                        "OrderDelivered",
                        "ItemsReturned",
                        "StockReturned");
        assertThat(log.eventsAfter(before).stream()
                        .filter(ItemsShipped.class::isInstance)
                        .map(e -> ((ItemsShipped) e).complete()))
                .containsExactly(false, true);
    }

    @Test
    void an_order_is_cancelled() throws Exception {
        http.send(keyed("/orders"), ORDER);

        assertThat(http.send(post("/orders/o-1/cancellation"), "{\"reason\": \"changed my mind\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(catchThrowable(() -> http.send(post("/orders/none/cancellation"), "{\"reason\": \"x\"}")))
                .isInstanceOf(Refused.class);
    }
}
