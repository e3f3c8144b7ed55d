package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.captureRequested;
import static io.daybook.domain.payment.PaymentFixtures.captured;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;

import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordCaptureTest {
    @Test
    void captured_money_is_added_up() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false))
                .when(record("S-1"))
                .then(captured("S-1", 30_00, 30_00));
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 30_00, false),
                        captured("S-1", 30_00, 30_00),
                        captureRequested("S-2", 55_00, true))
                .when(record("S-2"))
                .then(captured("S-2", 55_00, 85_00));
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(requested(), authorised(), captureRequested("S-1", 30_00, false), captured("S-1", 30_00, 30_00))
                .when(record("S-1"))
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(requested(), authorised())
                .when(record("S-1"))
                .thenRefused("payment.not-asked-for", notAskedFor("the capture S-1"));
        given(requested()).when(record("S-1")).thenRefused("payment.not-asked-for", notAskedFor("a capture"));
    }

    private static RecordCapture record(String shipmentId) {
        return new RecordCapture(ORDER, shipmentId, LATER);
    }
}
