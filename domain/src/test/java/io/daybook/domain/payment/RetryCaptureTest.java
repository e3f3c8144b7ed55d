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
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryCaptureTest {
    @Test
    void a_capture_that_failed_is_asked_again_as_another_try() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), failed("S-1", 30_00))
                .when(retry("S-1"))
                .then(again("S-1", 2, 30_00, false));
        assertThat(given(
                                requested(),
                                authorised(),
                                captureRequested("S-1", 30_00, false),
                                failed("S-1", 30_00),
                                again("S-1", 2, 30_00, false))
                        .state()
                        .due())
                .contains(new Due.Capture(MONEY, "S-1", 2, euros(30_00), false, NOON, LATER));
    }

    @Test
    void the_last_one_too_and_as_often_as_it_fails() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        failed("S-1", 85_00),
                        again("S-1", 2, 85_00, true),
                        failed("S-1", 85_00))
                .when(retry("S-1"))
                .then(again("S-1", 3, 85_00, true));
    }

    @Test
    void what_is_under_way_or_was_made_is_not_asked_again() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                .when(retry("S-1"))
                .thenNothing();
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), captured("S-1", 30_00, 30_00))
                .when(retry("S-1"))
                .thenNothing();
    }

    @Test
    void what_a_later_capture_took_with_it_is_not_asked_again() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 30_00, false),
                        failed("S-1", 30_00),
                        captureRequested("S-2", 85_00, true))
                .when(retry("S-1"))
                .thenNothing();
    }

    @Test
    void what_a_later_capture_was_to_take_with_it_is_asked_again_with_that_one_alone() {
        PaymentEvent[] past = {
            requested(),
            authorised(),
            captureRequested("S-1", 30_00, false),
            failed("S-1", 30_00),
            captureRequested("S-2", 85_00, true),
            failed("S-2", 85_00)
        };
        given(past).when(retry("S-1")).thenNothing();
        given(past).when(retry("S-2")).then(again("S-2", 2, 85_00, true));
    }

    @Test
    void what_failed_is_still_open_after_another_part_was_captured() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 30_00, false),
                        failed("S-1", 30_00),
                        captureRequested("S-2", 20_00, false),
                        captured("S-2", 20_00, 20_00))
                .when(retry("S-1"))
                .then(again("S-1", 2, 30_00, false));
    }

    @Test
    void what_was_cancelled_meanwhile_is_not_taken() {
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        failed("S-1", 85_00),
                        lowered(25_00, 60_00))
                .when(retry("S-1"))
                .then(again("S-1", 2, 60_00, true));
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), failed("S-1", 30_00), lowered(85_00, 0))
                .when(retry("S-1"))
                .thenNothing();
    }

    private static PaymentEvent lowered(long cents, long limit) {
        return new PaymentLowered(ORDER, "C-1", euros(cents), euros(limit), "too many", LATER);
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(requested(), authorised())
                .when(retry("S-1"))
                .thenRefused("payment.not-asked-for", notAskedFor("the capture S-1"));
        given().when(retry("S-1")).thenRefused("payment.not-asked-for", notAskedFor("a capture"));
    }

    private static PaymentEvent failed(String shipmentId, long cents) {
        return new CaptureFailed(ORDER, shipmentId, euros(cents), "expired", LATER);
    }

    private static PaymentEvent again(String shipmentId, int attempt, long cents, boolean last) {
        return new CaptureRequested(ORDER, shipmentId, attempt, euros(cents), last, LATER);
    }

    private static RetryCapture retry(String shipmentId) {
        return new RetryCapture(ORDER, shipmentId, LATER);
    }
}
