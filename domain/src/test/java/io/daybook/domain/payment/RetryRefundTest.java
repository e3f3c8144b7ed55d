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
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.refunded;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryRefundTest {
    private static final PaymentEvent[] ASKED = {
        requested(),
        authorised(),
        captureRequested("S-1", 85_00, true),
        captured("S-1", 85_00, 85_00),
        refundRequested("R-1", 10_00, "too small")
    };

    @Test
    void a_refund_that_failed_is_asked_again_as_another_try() {
        given(ASKED).given(List.of(failed())).when(retry("R-1")).then(again());
        assertThat(given(ASKED).given(List.of(failed(), again())).state().due())
                .contains(new Due.Refund(MONEY, "R-1", 2, euros(10_00), NOON, LATER));
    }

    @Test
    void one_that_the_buyers_bank_sent_back_too() {
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00), failed()))
                .when(retry("R-1"))
                .then(again());
    }

    @Test
    void never_more_than_was_taken_and_not_given_back() {
        given(ASKED)
                .given(List.of(failed(), refundRequested("R-2", 80_00, "too small")))
                .when(retry("R-1"))
                .then(new RefundRequested(ORDER, "R-1", 2, euros(5_00), "retry", LATER));
    }

    @Test
    void what_is_under_way_or_was_made_is_not_asked_again() {
        given(ASKED).when(retry("R-1")).thenNothing();
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00)))
                .when(retry("R-1"))
                .thenNothing();
        given(ASKED).given(List.of(failed(), again())).when(retry("R-1")).thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(ASKED).when(retry("R-2")).thenRefused("payment.not-asked-for", notAskedFor("the refund R-2"));
    }

    private static PaymentEvent failed() {
        return new RefundFailed(ORDER, "R-1", euros(10_00), euros(0), "closed_account", LATER);
    }

    private static PaymentEvent again() {
        return new RefundRequested(ORDER, "R-1", 2, euros(10_00), "retry", LATER);
    }

    private static RetryRefund retry(String refundId) {
        return new RetryRefund(ORDER, refundId, LATER);
    }
}
