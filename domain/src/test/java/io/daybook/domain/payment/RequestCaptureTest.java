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
import static io.daybook.domain.payment.PaymentFixtures.request;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestCaptureTest {
    @Test
    void after_the_last_one_no_other_is_made_even_if_it_failed() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        new CaptureFailed(ORDER, "S-1", euros(85_00), "expired", LATER))
                .when(new RequestCapture(ORDER, "S-2", euros(10_00), false, LATER))
                .thenNothing();
    }

    @Test
    void a_shipment_is_captured_for_what_it_is_worth() {
        given(requested(), authorised()).when(request("S-1", 30_00, false)).then(captureRequested("S-1", 30_00, false));
        assertThat(given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                        .state()
                        .due())
                .contains(new Due.Capture(MONEY, "S-1", 1, euros(30_00), false, NOON, LATER));
    }

    @Test
    void the_last_one_takes_what_is_left() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                .when(request("S-2", 1, true))
                .then(captureRequested("S-2", 55_00, true));
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), captured("S-1", 30_00, 30_00))
                .when(request("S-2", 1, true))
                .then(captureRequested("S-2", 55_00, true));
    }

    @Test
    void more_than_is_left_is_never_asked_for() {
        given(requested(), authorised()).when(request("S-1", 99_00, false)).then(captureRequested("S-1", 85_00, false));
        given(requested(), authorised(), captureRequested("S-1", 85_00, true))
                .when(request("S-2", 1, false))
                .thenNothing();
    }

    @Test
    void what_cannot_be_captured_in_parts_is_captured_whole_with_the_first_shipment() {
        given(requested(), authorised(MONEY, false))
                .when(request("S-1", 30_00, false))
                .then(captureRequested("S-1", 85_00, true));
    }

    @Test
    void a_shipment_is_captured_once() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                .when(request("S-1", 30_00, false))
                .thenNothing();
    }

    @Test
    void a_shipment_that_is_worth_nothing_captures_nothing() {
        given(requested(), authorised()).when(request("S-1", 0, false)).thenNothing();
    }

    @Test
    void an_order_on_invoice_captures_nothing() {
        given().when(request("S-1", 30_00, true)).thenNothing();
    }

    private static RequestCapture request(String shipmentId, long cents, boolean last) {
        return new RequestCapture(ORDER, shipmentId, euros(cents), last, LATER);
    }
}
