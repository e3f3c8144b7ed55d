package io.daybook.infra.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.Authorisation.ActionRequired;
import io.daybook.command.payment.Authorisation.Authorised;
import io.daybook.command.payment.Authorisation.Cancelled;
import io.daybook.command.payment.Authorisation.Declined;
import io.daybook.command.payment.Authorisation.Pending;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.Cancellation;
import io.daybook.command.payment.Capture;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.command.payment.Refund;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every payment provider has to do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class PaymentProviderConformance {
    static final OrderId ORDER = new OrderId("o-1");
    private static final PaymentKey FIRST = PaymentKey.authorise(ORDER, 1);
    private static final PaymentKey SECOND = PaymentKey.authorise(ORDER, 2);

    abstract PaymentProvider provider();

    abstract PaymentMethod good();

    /** For want of money. */
    abstract PaymentMethod declined();

    abstract PaymentMethod asksTheBuyer();

    abstract PaymentMethod takesItsTime();

    abstract PaymentMethod oneCaptureOnly();

    abstract PaymentMethod refundsLate();

    static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    private Authorised authorised(long cents) {
        return (Authorised) provider().authorise(ORDER, euros(cents), good(), FIRST);
    }

    private Capture capture(AuthorisationId id, long cents, boolean last, String shipment) {
        return provider().capture(id, euros(cents), last, PaymentKey.capture(ORDER, shipment));
    }

    private Refund refund(AuthorisationId id, long cents, String refund) {
        return provider().refund(id, euros(cents), PaymentKey.refund(ORDER, refund));
    }

    private PaymentStanding only() {
        return assertThat(provider().find(ORDER, Instant.now())).singleElement().actual();
    }

    @Test
    void money_is_set_aside_and_taken_whole() {
        Authorised authorised = authorised(2_500);

        assertThat(authorised).isEqualTo(new Authorised(authorised.id(), euros(2_500), true));
        assertThat(capture(authorised.id(), 2_500, true, "s-1"))
                .isEqualTo(new Capture.Captured(authorised.id(), euros(2_500), euros(0)));
        assertThat(only()).isEqualTo(new PaymentStanding(authorised.id(), FIRST, authorised, euros(2_500), euros(0)));
    }

    @Test
    void money_is_taken_in_parts_and_the_last_one_releases_the_rest() {
        AuthorisationId id = authorised(2_500).id();

        assertThat(capture(id, 1_000, false, "s-1")).isEqualTo(new Capture.Captured(id, euros(1_000), euros(1_500)));
        assertThat(capture(id, 700, true, "s-2")).isEqualTo(new Capture.Captured(id, euros(1_700), euros(0)));
        assertThat(capture(id, 1, true, "s-3")).isInstanceOf(Capture.NotCaptured.class);
        assertThat(only().captured()).isEqualTo(euros(1_700));
    }

    @Test
    void what_can_be_taken_only_once_says_so() {
        Authorised authorised = (Authorised) provider().authorise(ORDER, euros(500), oneCaptureOnly(), FIRST);

        assertThat(authorised.inParts()).isFalse();
        assertThat(capture(authorised.id(), 100, false, "s-1")).isInstanceOf(Capture.NotCaptured.class);
        assertThat(capture(authorised.id(), 100, true, "s-2"))
                .isEqualTo(new Capture.Captured(authorised.id(), euros(100), euros(0)));
    }

    @Test
    void no_more_is_taken_than_was_set_aside() {
        AuthorisationId id = authorised(500).id();

        assertThat(capture(id, 501, true, "s-1"))
                .isInstanceOfSatisfying(
                        Capture.NotCaptured.class, no -> assertThat(no.code()).isEqualTo("amount_too_large"));
        assertThat(only().captured()).isEqualTo(euros(0));
    }

    @Test
    void a_no_has_the_banks_reason() {
        Authorisation no = provider().authorise(ORDER, euros(500), declined(), FIRST);

        assertThat(no).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.id()).isNotNull();
            assertThat(declined.code()).isEqualTo("insufficient_funds");
            assertThat(declined.message()).isNotBlank();
        });
        assertThat(only().authorisation()).isEqualTo(no);
    }

    @Test
    void after_a_no_another_attempt_may_succeed_and_the_newest_is_told_first() {
        provider().authorise(ORDER, euros(500), declined(), FIRST);
        provider().authorise(ORDER, euros(500), good(), SECOND);

        assertThat(provider().find(ORDER, Instant.now()))
                .extracting(PaymentStanding::key)
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_buyer_who_is_asked_gets_a_secret_to_go_on_with() {
        assertThat(provider().authorise(ORDER, euros(500), asksTheBuyer(), FIRST))
                .isInstanceOfSatisfying(
                        ActionRequired.class,
                        asked -> assertThat(asked.clientSecret()).isNotBlank());
    }

    @Test
    void a_bank_that_takes_its_time_leaves_the_payment_pending() {
        assertThat(provider().authorise(ORDER, euros(500), takesItsTime(), FIRST))
                .isInstanceOf(Pending.class);
    }

    @Test
    void the_same_wish_sent_again_is_fulfilled_once() {
        Authorised authorised = authorised(500);
        assertThat(authorised(500)).isEqualTo(authorised);
        Capture captured = capture(authorised.id(), 200, false, "s-1");
        assertThat(capture(authorised.id(), 200, false, "s-1")).isEqualTo(captured);
        capture(authorised.id(), 300, true, "s-2");
        Refund refunded = refund(authorised.id(), 50, "r-1");
        assertThat(refund(authorised.id(), 50, "r-1")).isEqualTo(refunded);

        assertThat(only()).isEqualTo(new PaymentStanding(authorised.id(), FIRST, authorised, euros(500), euros(50)));
    }

    @Test
    void another_wish_under_the_same_key_is_our_own_mistake() {
        authorised(500);

        assertThatThrownBy(() -> authorised(600)).isInstanceOfSatisfying(PaymentUnanswered.class, wrong -> {
            assertThat(wrong.retriable()).isFalse();
            assertThat(wrong.mayHaveHappened()).isFalse();
        });
    }

    @Test
    void money_is_given_back_in_parts_and_never_more_than_was_taken() {
        AuthorisationId id = authorised(500).id();
        capture(id, 500, true, "s-1");

        assertThat(refund(id, 200, "r-1"))
                .isInstanceOfSatisfying(
                        Refund.Refunded.class,
                        refunded -> assertThat(refunded.amount()).isEqualTo(euros(200)));
        assertThat(refund(id, 301, "r-2")).isInstanceOf(Refund.NotRefunded.class);
        assertThat(refund(id, 300, "r-3")).isInstanceOf(Refund.Refunded.class);
        assertThat(refund(id, 1, "r-4")).isInstanceOf(Refund.NotRefunded.class);
        assertThat(only().refunded()).isEqualTo(euros(500));
    }

    @Test
    void a_refund_may_take_its_time() {
        AuthorisationId id = ((Authorised) provider().authorise(ORDER, euros(500), refundsLate(), FIRST)).id();
        capture(id, 500, true, "s-1");

        assertThat(refund(id, 500, "r-1")).isInstanceOf(Refund.RefundPending.class);
    }

    @Test
    void what_was_cancelled_is_released_and_stays_so() {
        AuthorisationId id = authorised(500).id();

        assertThat(provider().cancel(id, PaymentKey.cancel(id))).isEqualTo(new Cancellation.Released(id));
        assertThat(provider().cancel(id, new PaymentKey("another")))
                .as("it is released already")
                .isEqualTo(new Cancellation.Released(id));
        assertThat(capture(id, 500, true, "s-1")).isInstanceOf(Capture.NotCaptured.class);
        assertThat(only().authorisation()).isEqualTo(new Cancelled(id));
    }

    @Test
    void what_was_taken_cannot_be_cancelled() {
        AuthorisationId id = authorised(500).id();
        capture(id, 500, true, "s-1");

        assertThat(provider().cancel(id, PaymentKey.cancel(id))).isInstanceOf(Cancellation.NotReleased.class);
    }

    @Test
    void an_order_nobody_asked_about_has_no_payments() {
        authorised(500);

        assertThat(provider().find(new OrderId("o-2"), Instant.now())).isEmpty();
    }

    @Test
    void a_payment_nobody_knows_is_refused() {
        AuthorisationId unknown = new AuthorisationId("pi_unknown");

        assertThat(capture(unknown, 1, true, "s-1")).isInstanceOf(Capture.NotCaptured.class);
        assertThat(refund(unknown, 1, "r-1")).isInstanceOf(Refund.NotRefunded.class);
        assertThat(provider().cancel(unknown, PaymentKey.cancel(unknown))).isInstanceOf(Cancellation.NotReleased.class);
    }

    @Test
    void an_authorisation_is_read_by_its_name_as_it_is_now() {
        Authorised there = authorised(500);
        capture(there.id(), 200, false, "s-1");

        PaymentStanding read = provider().read(there.id()).orElseThrow();

        assertThat(read.key()).isEqualTo(FIRST);
        assertThat(read.captured()).isEqualTo(euros(200));
        assertThat(provider().find(ORDER, Instant.now())).containsExactly(read);
        assertThat(provider().read(new AuthorisationId("pi_nobody"))).isEmpty();
    }

    @Test
    void nothing_and_less_cannot_be_asked_for() {
        AuthorisationId id = authorised(500).id();

        assertThatThrownBy(() -> provider().authorise(ORDER, euros(0), good(), SECOND))
                .hasMessage("amount must be above zero");
        assertThatThrownBy(() -> capture(id, -1, true, "s-1")).hasMessage("amount must be above zero");
        assertThatThrownBy(() -> refund(id, 0, "r-1")).hasMessage("amount must be above zero");
    }
}
