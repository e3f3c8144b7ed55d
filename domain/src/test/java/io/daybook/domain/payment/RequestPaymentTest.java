package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.ADA;
import static io.daybook.domain.payment.PaymentFixtures.CARD;
import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.NOON;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.OTHER_CARD;
import static io.daybook.domain.payment.PaymentFixtures.TOTAL;
import static io.daybook.domain.payment.PaymentFixtures.actionRequired;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.declined;
import static io.daybook.domain.payment.PaymentFixtures.euros;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.request;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.requestedAgain;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestPaymentTest {
    @Test
    void money_is_asked_for() {
        given().when(request(CARD)).then(new PaymentRequested(ORDER, ADA, 1, TOTAL, CARD, LATER));
    }

    @Test
    void asking_again_with_the_same_card_changes_nothing() {
        given(requested()).when(request(CARD)).thenNothing();
    }

    @Test
    void after_a_decline_the_buyer_may_try_something_else() {
        given(requested(), declined()).when(request(OTHER_CARD)).then(requestedAgain());
    }

    @Test
    void as_long_as_the_outcome_is_open_nothing_else_can_be_tried() {
        given(requested()).when(request(OTHER_CARD)).thenRefused("payment.pending", new PaymentRefusal.Pending(ORDER));
        given(requested(), actionRequired())
                .when(request(CARD))
                .thenRefused("payment.pending", new PaymentRefusal.Pending(ORDER));
    }

    @Test
    void nobody_pays_twice() {
        given(requested(), authorised())
                .when(request(OTHER_CARD))
                .thenRefused("payment.already-authorised", new PaymentRefusal.AlreadyAuthorised(ORDER));
    }

    @Test
    void a_payment_that_has_ended_stays_so() {
        given(requested(), voidRequested(null))
                .when(request(CARD))
                .thenRefused("payment.ended", new PaymentRefusal.Ended(ORDER));
        given(requested(), voidRequested(null), voided())
                .when(request(CARD))
                .thenRefused("payment.ended", new PaymentRefusal.Ended(ORDER));
    }

    @Test
    void nothing_is_not_asked_for() {
        given().when(new RequestPayment(ORDER, ADA, euros(0), CARD, NOON))
                .thenRefused("payment.nothing-to-pay", new PaymentRefusal.NothingToPay(ORDER));
    }

    @Test
    void what_is_asked_for_is_due() {
        assertThat(given(requested()).state().due()).contains(new Due.Authorise(1, TOTAL, CARD, NOON));
        assertThat(given(requested(), declined()).state().due()).isEmpty();
    }
}
