package io.daybook.command;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.daybook.command.dispatch.BadField;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RestController;

/** What would be done twice if it came twice needs a key, unless it bears a name of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdempotencyKeyTest {
    private static final String BUYER_AND_LINES = """
            "customerId": "ada",
            "buyer": {"name": "Ada", "email": "ada@example.org",
                      "deliverTo": {"street": "Weg 1", "postalCode": "10115", "city": "Berlin", "country": "DE"}},
            "lines": [{"sku": "TEAPOT", "quantity": 2, "unitPrice": {"minor": 2000, "currency": "EUR"}}]
            """;
    private static final String PICK = "\"items\": [{\"line\": 1, \"sku\": \"TEAPOT\", \"quantity\": 1}]";

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final Http http = new Http(
            shop.beans().getBeansWithAnnotation(RestController.class).values().toArray());
    private int before;

    /** What is asked, with everything but a key. */
    enum Request {
        ORDER("/orders", "{" + BUYER_AND_LINES + "}", "{\"charges\": []," + BUYER_AND_LINES + "}", "OrderPlaced"),
        NAMED_ORDER(
                "/orders",
                "{\"id\": \"o-2\"," + BUYER_AND_LINES + "}",
                "{\"id\": \"o-3\"," + BUYER_AND_LINES + "}",
                "OrderPlaced"),
        SHIPMENT("/orders/o-1/shipments", "{" + PICK + "}", "{}", "ItemsShipped"),
        RETURN(
                "/orders/gone/returns",
                "{\"reason\": \"broken\", " + PICK + "}",
                "{\"reason\": \"too big\", " + PICK + "}",
                "ItemsReturned"),
        NAMED_RETURN(
                "/orders/gone/returns",
                "{\"id\": \"r-1\", \"reason\": \"broken\", " + PICK + "}",
                "{\"id\": \"r-2\", \"reason\": \"broken\", " + PICK + "}",
                "ItemsReturned"),
        ADJUSTMENT(
                "/inventory/TEAPOT/berlin/adjustments",
                "{\"delta\": -1, \"reason\": \"broken\"}",
                "{\"delta\": -2, \"reason\": \"broken\"}",
                "StockAdjusted");

        private final String path;
        private final String body;
        private final String otherBody;
        private final String fact;

        Request(String path, String body, String otherBody, String fact) {
            this.path = path;
            this.body = body;
            this.otherBody = otherBody;
            this.fact = fact;
        }
    }

    @BeforeEach
    void one_order_is_confirmed_and_another_has_left() throws Exception {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 20);
        for (String id : new String[] {"o-1", "gone"}) {
            http.send(
                    post("/orders").header("Idempotency-Key", id), "{\"id\": \"" + id + "\"," + BUYER_AND_LINES + "}");
            shop.commands.send(clear(id, NOW));
        }
        http.send(post("/orders/gone/shipments"), "{}");
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private MockHttpServletResponse send(Request request, String body, String key) throws Exception {
        return http.send(post(request.path).header("Idempotency-Key", key), body);
    }

    private long facts(Request request) {
        return log.eventsAfter(before).stream()
                .filter(event -> event.getClass().getSimpleName().equals(request.fact))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void without_a_key_it_is_not_done(Request request) {
        BadField thrown = catchThrowableOfType(BadField.class, () -> http.send(post(request.path), request.body));

        assertThat(thrown.field()).isEqualTo("Idempotency-Key");
        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/orders/o-1/payment, '{\"paymentMethod\": \"pm_1\"}'"})
    void nor_is_a_payment(String path, String body) {
        BadField thrown = catchThrowableOfType(BadField.class, () -> http.send(post(path), body));

        assertThat(thrown.field()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_request_under_the_same_key_is_answered_as_the_first_time_and_done_once(Request request)
            throws Exception {
        MockHttpServletResponse first = send(request, request.body, "k");
        MockHttpServletResponse again = send(request, request.body, "k");

        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(facts(request)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void another_request_under_the_same_key_is_refused(Request request) throws Exception {
        send(request, request.body, "k");

        assertThat(refusal(() -> send(request, request.otherBody, "k"))
                        .refusal()
                        .code())
                .isEqualTo("idempotency.key-reused");
        assertThat(facts(request)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"SHIPMENT, /orders/gone/shipments", "ADJUSTMENT, /inventory/TEAPOT/hamburg/adjustments"})
    void the_same_body_about_something_else_is_another_request(Request request, String elsewhere) throws Exception {
        send(request, request.body, "k");

        assertThat(refusal(() -> http.send(post(elsewhere).header("Idempotency-Key", "k"), request.body))
                        .refusal()
                        .code())
                .isEqualTo("idempotency.key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDER    | {"id": "o-9",
            SHIPMENT | {"id": "s-9",
            RETURN   | {"id": "r-9",
            """)
    void what_bears_a_name_of_its_own_is_done_once_under_every_key(Request request, String named) throws Exception {
        String body = request.body.replaceFirst("\\{", Matcher.quoteReplacement(named));
        send(request, body, "k");
        send(request, body, "l");

        assertThat(facts(request)).isEqualTo(1);
    }

    @Test
    void a_shipment_that_bears_a_name_needs_no_key() throws Exception {
        http.send(post("/orders/o-1/shipments"), "{\"id\": \"s-9\"," + PICK + "}");

        assertThat(facts(Request.SHIPMENT)).isEqualTo(1);
    }
}
