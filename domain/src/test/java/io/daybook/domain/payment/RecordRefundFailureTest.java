package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
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

import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordRefundFailureTest {
    private static final PaymentEvent[] ASKED = {
        requested(),
        authorised(),
        captureRequested("S-1", 85_00, true),
        captured("S-1", 85_00, 85_00),
        refundRequested("R-1", 10_00, "too small")
    };

    @Test
    void a_refund_that_will_never_succeed_is_kept_and_is_due_no_more() {
        given(ASKED).when(record("R-1")).then(failed());
        assertThat(given(ASKED).given(List.of(failed())).state().due()).isEmpty();
    }

    @Test
    void a_refund_that_the_buyers_bank_sent_back_is_ours_again() {
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00)))
                .when(record("R-1"))
                .then(failed());
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00), failed()))
                .when(new RequestRefund(ORDER, "R-2", euros(85_00), "all of it", LATER))
                .then(refundRequested("R-2", 85_00, "all of it"));
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(ASKED).given(List.of(failed())).when(record("R-1")).thenNothing();
    }

    @Test
    void told_late_of_a_try_that_another_has_replaced_it_changes_nothing() {
        PaymentEvent again = new RefundRequested(ORDER, "R-1", 2, euros(10_00), "retry", LATER);

        given(ASKED).given(List.of(failed(), again)).when(record("R-1")).thenNothing();
        given(ASKED)
                .given(List.of(failed(), again, refunded("R-1", 10_00, 10_00)))
                .when(record("R-1"))
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(ASKED).when(record("R-2")).thenRefused("payment.not-asked-for", notAskedFor("the refund R-2"));
    }

    private static PaymentEvent failed() {
        return new RefundFailed(ORDER, "R-1", euros(10_00), euros(0), "closed_account", LATER);
    }

    private static RecordRefundFailure record(String refundId) {
        return new RecordRefundFailure(ORDER, refundId, 1, "closed_account", LATER);
    }
}
