package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.givenARefundWasAsked;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.refundAskedAgain;
import static io.daybook.domain.payment.PaymentFixtures.refundFailed;
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordRefundFailureTest {
    @Test
    void a_refund_that_will_never_succeed_is_kept_and_is_due_no_more() {
        givenARefundWasAsked().when(record("R-1")).then(refundFailed());
        assertThat(givenARefundWasAsked(refundFailed()).state().due()).isEmpty();
    }

    @Test
    void a_refund_that_the_buyers_bank_sent_back_is_ours_again() {
        givenARefundWasAsked(refunded("R-1", 10_00, 10_00)).when(record("R-1")).then(refundFailed());
        givenARefundWasAsked(refunded("R-1", 10_00, 10_00), refundFailed())
                .when(new RequestRefund(ORDER, "R-2", euros(85_00), "all of it", LATER))
                .then(refundRequested("R-2", 85_00, "all of it"));
    }

    @Test
    void told_twice_it_changes_nothing() {
        givenARefundWasAsked(refundFailed()).when(record("R-1")).thenNothing();
        givenARefundWasAsked(refunded("R-1", 10_00, 10_00), refundFailed())
                .when(record("R-1"))
                .thenNothing();
    }

    @Test
    void told_late_of_a_try_that_another_has_replaced_it_changes_nothing() {
        givenARefundWasAsked(refundFailed(), refundAskedAgain())
                .when(record("R-1"))
                .thenNothing();
        givenARefundWasAsked(refundFailed(), refundAskedAgain(), refunded("R-1", 10_00, 10_00))
                .when(record("R-1"))
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        givenARefundWasAsked().when(record("R-2")).thenRefused("payment.not-asked-for", notAskedFor("the refund R-2"));
    }

    private static RecordRefundFailure record(String refundId) {
        return new RecordRefundFailure(ORDER, refundId, 1, "closed_account", LATER);
    }
}
