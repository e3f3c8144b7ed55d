package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.captureRequested;
import static io.daybook.domain.payment.PaymentFixtures.captured;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.refundRequested;
import static io.daybook.domain.payment.PaymentFixtures.refunded;
import static io.daybook.domain.payment.PaymentFixtures.requested;

import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordRefundTest {
    private static final PaymentEvent[] ASKED = {
        requested(),
        authorised(),
        captureRequested("S-1", 85_00, true),
        captured("S-1", 85_00, 85_00),
        refundRequested("R-1", 10_00, "too small"),
        refundRequested("R-2", 20_00, "too small")
    };

    @Test
    void money_given_back_is_added_up() {
        given(ASKED).when(record("R-1")).then(refunded("R-1", 10_00, 10_00));
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00)))
                .when(record("R-2"))
                .then(refunded("R-2", 20_00, 30_00));
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(ASKED)
                .given(List.of(refunded("R-1", 10_00, 10_00)))
                .when(record("R-1"))
                .thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(ASKED).when(record("R-3")).thenRefused("payment.not-asked-for", notAskedFor("the refund R-3"));
        given().when(record("R-1")).thenRefused("payment.not-asked-for", notAskedFor("a refund"));
    }

    private static RecordRefund record(String refundId) {
        return new RecordRefund(ORDER, refundId, LATER);
    }
}
