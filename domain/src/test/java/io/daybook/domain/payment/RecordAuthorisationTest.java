package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.MONEY;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.TOTAL;
import static io.daybook.domain.payment.PaymentFixtures.actionRequired;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.declined;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.requestedAgain;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordAuthorisationTest {
    @Test
    void money_is_set_aside() {
        given(requested()).when(record(1, MONEY, 85_00)).then(authorised());
    }

    @Test
    void also_after_the_buyer_had_to_do_something_or_a_decline_was_told_by_mistake() {
        given(requested(), actionRequired()).when(record(1, MONEY, 85_00)).then(authorised());
        given(requested(), declined()).when(record(1, MONEY, 85_00)).then(authorised());
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(requested(), authorised()).when(record(1, MONEY, 85_00)).thenNothing();
        given(requested(), authorised(), voidRequested(MONEY))
                .when(record(1, MONEY, 85_00))
                .thenNothing();
        given(requested(), authorised(), voidRequested(MONEY), voided())
                .when(record(1, MONEY, 85_00))
                .thenNothing();
    }

    @Test
    void a_payment_that_is_to_be_released_learns_the_name_that_it_is_released_under() {
        given(requested(), voidRequested(null)).when(record(1, MONEY, 85_00)).then(authorised());
        assertThat(given(requested(), voidRequested(null), authorised()).state().due())
                .contains(new Due.Release(1, MONEY, TOTAL, NOON));
    }

    @Test
    void money_that_is_set_aside_after_the_payment_has_ended_is_released_at_once() {
        given(requested(), voidRequested(null), voided())
                .when(record(1, MONEY, 85_00))
                .then(authorised(), new VoidRequested(ORDER, MONEY, "too-late", LATER));
    }

    @Test
    void another_amount_than_was_asked_is_refused() {
        given(requested())
                .when(record(1, MONEY, 84_99))
                .thenRefused(
                        "payment.amount-differs", new PaymentRefusal.AmountDiffers(ORDER, euros(85_00), euros(84_99)));
    }

    @Test
    void money_that_is_set_aside_twice_is_not_passed_over() {
        given(requested(), authorised())
                .when(record(1, "auth-2", 85_00))
                .thenRefused("payment.second-authorisation", new PaymentRefusal.SecondAuthorisation(ORDER, "auth-2"));
        given(requested(), declined(), requestedAgain())
                .when(record(1, MONEY, 85_00))
                .thenRefused("payment.second-authorisation", new PaymentRefusal.SecondAuthorisation(ORDER, MONEY));
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given().when(record(1, MONEY, 85_00)).thenRefused("payment.not-asked-for", notAskedFor("a payment"));
    }

    private static RecordAuthorisation record(int attempt, String authorisation, long cents) {
        return new RecordAuthorisation(ORDER, attempt, authorisation, euros(cents), true, LATER);
    }
}
