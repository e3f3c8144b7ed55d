package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.captureRequested;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordCaptureFailureTest {
    @Test
    void a_capture_that_will_never_succeed_is_kept_and_is_due_no_more() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                .when(record())
                .then(failed());
        assertThat(given(requested(), authorised(), captureRequested("S-1", 30_00, false), failed())
                        .state()
                        .due())
                .isEmpty();
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), failed())
                .when(record())
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(requested(), authorised())
                .when(record())
                .thenRefused("payment.not-asked-for", notAskedFor("the capture S-1"));
    }

    private static PaymentEvent failed() {
        return new CaptureFailed(ORDER, "S-1", euros(30_00), "expired", LATER);
    }

    private static RecordCaptureFailure record() {
        return new RecordCaptureFailure(ORDER, "S-1", "expired", LATER);
    }
}
