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
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LowerPaymentTest {
    @Test
    void what_is_cancelled_before_anything_was_captured_is_never_captured() {
        given(requested(), authorised()).when(lower("C-1", 25_00, false)).then(lowered("C-1", 25_00, 60_00));
        given(requested(), authorised(), lowered("C-1", 25_00, 60_00))
                .when(new RequestCapture(ORDER, "S-1", euros(80_00), true, LATER))
                .then(captureRequested("S-1", 60_00, true));
    }

    @Test
    void with_the_rest_cancelled_what_is_owed_is_captured_and_what_is_left_is_released_with_it() {
        given(requested(), authorised(), captureRequested("S-1", 20_00, false), captured("S-1", 20_00, 20_00))
                .when(lower("C-1", 60_00, true))
                .then(lowered("C-1", 60_00, 25_00), captureRequested("cancellation:C-1", 5_00, true));
    }

    @Test
    void if_all_that_is_owed_is_captured_what_is_left_is_released() {
        PaymentEvent[] past = {
            requested(), authorised(), captureRequested("S-1", 25_00, false), captured("S-1", 25_00, 25_00)
        };
        given(past).when(lower("C-1", 60_00, true)).then(lowered("C-1", 60_00, 25_00), released());
        assertThat(given(past)
                        .given(List.of(lowered("C-1", 60_00, 25_00), released()))
                        .state()
                        .due())
                .contains(new Due.Release(1, MONEY, euros(60_00), NOON));
    }

    @Test
    void the_release_of_what_is_left_waits_for_a_capture_and_ends_nothing_else() {
        PaymentEvent[] past = {
            requested(), authorised(), captureRequested("S-1", 25_00, false), lowered("C-1", 60_00, 25_00), released()
        };
        assertThat(given(past).state().due())
                .contains(new Due.Capture(MONEY, "S-1", 1, euros(25_00), false, NOON, LATER));
        given(past)
                .given(List.of(captured("S-1", 25_00, 25_00)))
                .when(new RecordVoid(ORDER, LATER))
                .then(voided());
        given(past)
                .given(List.of(captured("S-1", 25_00, 25_00), voided()))
                .when(new RequestRefund(ORDER, "R-1", euros(10_00), "too small", LATER))
                .then(refundRequested("R-1", 10_00, "too small"));
        given(past)
                .given(List.of(captured("S-1", 25_00, 25_00), voided()))
                .when(new RecordVoid(ORDER, LATER))
                .thenNothing();
    }

    @Test
    void what_was_captured_whole_is_given_back_as_far_as_it_is_not_owed() {
        given(
                        requested(),
                        authorised(MONEY, false),
                        captureRequested("S-1", 85_00, true),
                        captured("S-1", 85_00, 85_00))
                .when(lower("C-1", 60_00, true))
                .then(lowered("C-1", 60_00, 85_00), refundRequested("cancellation:C-1", 60_00, "too many"));
    }

    @Test
    void what_is_given_back_is_not_captured_again_with_what_is_still_to_be_shipped() {
        PaymentEvent[] past = {
            requested(), authorised(), captureRequested("S-1", 50_00, false), captured("S-1", 50_00, 50_00)
        };
        given(past)
                .when(lower("C-1", 50_00, false))
                .then(lowered("C-1", 50_00, 50_00), refundRequested("cancellation:C-1", 15_00, "too many"));
        given(past)
                .given(List.of(lowered("C-1", 50_00, 50_00), refundRequested("cancellation:C-1", 15_00, "too many")))
                .when(new RequestCapture(ORDER, "S-2", euros(30_00), true, LATER))
                .thenNothing();
    }

    @Test
    void a_capture_that_is_under_way_counts_as_made() {
        given(requested(), authorised(), captureRequested("S-1", 50_00, false))
                .when(lower("C-1", 60_00, false))
                .then(lowered("C-1", 60_00, 50_00), refundRequested("cancellation:C-1", 25_00, "too many"));
    }

    @Test
    void nothing_is_released_where_nothing_is_left() {
        given(requested(), authorised(), captureRequested("S-1", 85_00, false), captured("S-1", 85_00, 85_00))
                .when(lower("C-1", 10_00, true))
                .then(lowered("C-1", 10_00, 85_00), refundRequested("cancellation:C-1", 10_00, "too many"));
        given(
                        requested(),
                        authorised(MONEY, false),
                        lowered("C-1", 25_00, 60_00),
                        captureRequested("S-1", 60_00, true),
                        captured("S-1", 60_00, 60_00))
                .when(lower("C-2", 10_00, true))
                .then(lowered("C-2", 10_00, 60_00), refundRequested("cancellation:C-2", 10_00, "too many"));
    }

    @Test
    void under_one_id_it_is_lowered_once() {
        given(requested(), authorised(), lowered("C-1", 25_00, 60_00))
                .when(lower("C-1", 25_00, false))
                .thenNothing();
    }

    @Test
    void an_order_on_invoice_and_a_payment_that_has_ended_owe_nothing() {
        given().when(lower("C-1", 25_00, false)).thenNothing();
        given(requested(), authorised(), voidRequested(MONEY))
                .when(lower("C-1", 25_00, false))
                .thenNothing();
    }

    private static PaymentEvent released() {
        return new VoidRequested(ORDER, MONEY, "too many", LATER);
    }

    private static PaymentEvent lowered(String id, long cents, long limit) {
        return new PaymentLowered(ORDER, id, euros(cents), euros(limit), "too many", LATER);
    }

    private static LowerPayment lower(String id, long cents, boolean last) {
        return new LowerPayment(ORDER, id, euros(cents), last, "too many", LATER);
    }
}
