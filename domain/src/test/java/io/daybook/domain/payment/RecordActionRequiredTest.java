package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.MONEY;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.TOTAL;
import static io.daybook.domain.payment.PaymentFixtures.actionRequired;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.declined;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.requestedAgain;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordActionRequiredTest {
    @Test
    void the_provider_waits_for_the_buyer() {
        given(requested()).when(record(1)).then(actionRequired());
        assertThat(given(requested(), actionRequired()).state().due()).contains(new Due.Watch(1, MONEY, TOTAL, NOON));
    }

    @Test
    void told_twice_late_or_of_a_former_request_it_changes_nothing() {
        given(requested(), actionRequired()).when(record(1)).thenNothing();
        given(requested(), authorised()).when(record(1)).thenNothing();
        given(requested(), declined()).when(record(1)).thenNothing();
        given(requested(), declined(), requestedAgain()).when(record(1)).thenNothing();
        given(requested(), voidRequested(null)).when(record(1)).thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given().when(record(1)).thenRefused("payment.not-asked-for", notAskedFor("a payment"));
    }

    private static RecordActionRequired record(int attempt) {
        return new RecordActionRequired(ORDER, attempt, MONEY, LATER);
    }
}
