package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.MONEY;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.TOTAL;
import static io.daybook.domain.payment.PaymentFixtures.actionRequired;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.captureRequested;
import static io.daybook.domain.payment.PaymentFixtures.captured;
import static io.daybook.domain.payment.PaymentFixtures.declined;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.EndPayment;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EndPaymentTest {
    @Test
    void what_is_set_aside_is_released() {
        given(requested(), authorised()).when(end()).then(voidRequested(MONEY));
        given(requested(), actionRequired()).when(end()).then(voidRequested(MONEY));
    }

    @Test
    void what_the_provider_has_not_answered_is_to_be_found_and_released() {
        given(requested()).when(end()).then(voidRequested(null));
        assertThat(given(requested(), voidRequested(null)).state().due())
                .contains(new Due.Release(1, null, TOTAL, NOON));
    }

    @Test
    void what_was_captured_is_given_back() {
        given(requested(), authorised(), captureRequested("S-1", 85_00, true), captured("S-1", 85_00, 85_00))
                .when(end())
                .then(refundRequested("end", 85_00, "cancelled"));
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        captured("S-1", 85_00, 85_00),
                        refundRequested("R-1", 10_00, "too small"))
                .when(end())
                .then(refundRequested("end", 75_00, "cancelled"));
    }

    @Test
    void what_has_ended_or_never_began_changes_no_more() {
        given().when(end()).thenNothing();
        given(requested(), declined()).when(end()).thenNothing();
        given(requested(), voidRequested(null)).when(end()).thenNothing();
        given(requested(), voidRequested(null), voided()).when(end()).thenNothing();
        given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        refundRequested("end", 85_00, "cancelled"))
                .when(end())
                .thenNothing();
    }

    private static EndPayment end() {
        return new EndPayment(ORDER, "cancelled", LATER);
    }
}
