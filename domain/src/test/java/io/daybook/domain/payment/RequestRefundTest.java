package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.MONEY;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.captureRequested;
import static io.daybook.domain.payment.PaymentFixtures.captured;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.refunded;
import static io.daybook.domain.payment.PaymentFixtures.request;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestRefundTest {
    @Test
    void what_came_back_is_given_back() {
        given(requested(), authorised(), captureRequested("S-1", 85_00, true), captured("S-1", 85_00, 85_00))
                .when(request("R-1", 10_00))
                .then(refundRequested("R-1", 10_00, "too small"));
    }

    @Test
    void it_waits_for_a_capture_that_is_under_way() {
        PaymentEvent[] past = {
            requested(), authorised(), captureRequested("S-1", 85_00, true), refundRequested("R-1", 10_00, "too small")
        };
        given(requested(), authorised(), captureRequested("S-1", 85_00, true))
                .when(request("R-1", 10_00))
                .then(past[3]);
        assertThat(given(past).state().due())
                .contains(new Due.Capture(MONEY, "S-1", 1, euros(85_00), true, NOON, LATER));
        assertThat(given(past)
                        .given(List.of(captured("S-1", 85_00, 85_00)))
                        .state()
                        .due())
                .contains(new Due.Refund(MONEY, "R-1", 1, euros(10_00), NOON, LATER));
    }

    @Test
    void never_more_than_was_taken() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 30_00, false),
                        captured("S-1", 30_00, 30_00),
                        refundRequested("R-1", 10_00, "too small"))
                .when(request("R-2", 30_00))
                .then(refundRequested("R-2", 20_00, "too small"));
        given(requested(), authorised()).when(request("R-1", 10_00)).thenNothing();
    }

    @Test
    void a_return_is_refunded_once() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        captured("S-1", 85_00, 85_00),
                        refundRequested("R-1", 10_00, "too small"),
                        refunded("R-1", 10_00, 10_00))
                .when(request("R-1", 10_00))
                .thenNothing();
    }

    @Test
    void an_order_on_invoice_refunds_nothing() {
        given().when(request("R-1", 10_00)).thenNothing();
    }

    private static RequestRefund request(String refundId, long cents) {
        return new RequestRefund(ORDER, refundId, euros(cents), "too small", LATER);
    }
}
