package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.MONEY;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.givenARefundWasAsked;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.refundAskedAgain;
import static io.daybook.domain.payment.PaymentFixtures.refundFailed;
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryRefundTest {
    @Test
    void a_refund_that_failed_is_asked_again_as_another_try() {
        givenARefundWasAsked(refundFailed()).when(retry("R-1")).then(refundAskedAgain());
        assertThat(givenARefundWasAsked(refundFailed(), refundAskedAgain())
                        .state()
                        .due())
                .contains(new Due.Refund(MONEY, "R-1", 2, euros(10_00), NOON, LATER));
    }

    @Test
    void one_that_the_buyers_bank_sent_back_too() {
        givenARefundWasAsked(refunded("R-1", 10_00, 10_00), refundFailed())
                .when(retry("R-1"))
                .then(refundAskedAgain());
    }

    @Test
    void as_often_as_it_fails() {
        givenARefundWasAsked(refundFailed(), refundAskedAgain(), refundFailed())
                .when(retry("R-1"))
                .then(new RefundRequested(ORDER, "R-1", 3, euros(10_00), "retry", LATER));
    }

    @Test
    void never_more_than_was_taken_and_not_given_back() {
        givenARefundWasAsked(refundFailed(), refundRequested("R-2", 80_00, "too small"))
                .when(retry("R-1"))
                .then(new RefundRequested(ORDER, "R-1", 2, euros(5_00), "retry", LATER));
        givenARefundWasAsked(refundFailed(), refundRequested("R-2", 85_00, "all of it"))
                .when(retry("R-1"))
                .thenNothing();
    }

    @Test
    void what_is_under_way_or_was_made_is_not_asked_again() {
        givenARefundWasAsked().when(retry("R-1")).thenNothing();
        givenARefundWasAsked(refunded("R-1", 10_00, 10_00)).when(retry("R-1")).thenNothing();
        givenARefundWasAsked(refundFailed(), refundAskedAgain())
                .when(retry("R-1"))
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        givenARefundWasAsked().when(retry("R-2")).thenRefused("payment.not-asked-for", notAskedFor("the refund R-2"));
    }

    private static RetryRefund retry(String refundId) {
        return new RetryRefund(ORDER, refundId, LATER);
    }
}
