package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.actionRequired;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.declined;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.requestedAgain;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;

import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordDeclineTest {
    @Test
    void the_bank_says_no() {
        given(requested()).when(record(1)).then(declined());
        given(requested(), actionRequired()).when(record(1)).then(declined());
    }

    @Test
    void told_twice_late_or_of_a_former_request_it_changes_nothing() {
        given(requested(), declined()).when(record(1)).thenNothing();
        given(requested(), authorised()).when(record(1)).thenNothing();
        given(requested(), declined(), requestedAgain()).when(record(1)).thenNothing();
    }

    @Test
    void nothing_is_left_to_release() {
        given(requested(), voidRequested(null)).when(record(1)).then(voided());
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given().when(record(1)).thenRefused("payment.not-asked-for", notAskedFor("a payment"));
    }

    private static RecordDecline record(int attempt) {
        return new RecordDecline(ORDER, attempt, "insufficient_funds", LATER);
    }
}
