package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.order;
import static io.daybook.command.payment.SmallBank.RICH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is asked of the bank and what is made of its answer, for a payment of 40 euros that is set aside. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TellerTest {
    private static final OrderId ORDER = order("o-1");
    private static final AuthorisationId MONEY = new AuthorisationId("auth-1");
    private static final PaymentKey BY_HAND = new PaymentKey("by hand");
    private static final PaymentKey CAPTURE = PaymentKey.capture(ORDER, "s-1");
    private static final PaymentKey REFUND = PaymentKey.refund(ORDER, "r-1");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SmallBank bank = new SmallBank();
    private final Teller teller = new Teller(bank, Duration.ofSeconds(20));
    private final List<PaymentEvent> past = new ArrayList<>();

    @BeforeEach
    void money_is_set_aside() {
        bank.authorise(ORDER, euros(4000), new PaymentMethod(RICH), PaymentKey.authorise(ORDER, 1));
        past.add(new PaymentRequested(ORDER, ADA, 1, euros(4000), new PaymentToken(RICH), NOW));
        past.add(new PaymentAuthorised(ORDER, 1, MONEY.value(), euros(4000), true, NOW));
    }

    @Test
    void what_is_refused_has_failed_also_if_as_much_was_moved_before() {
        happened(captureWished("s-0", 1, 2000), captured("s-0", 2000, 2000), captureWished("s-1", 1, 2000));
        bank.capture(MONEY, euros(2000), false, PaymentKey.capture(ORDER, "s-0"));
        bank.refuse(1);
        assertThat(asked(NOW)).contains(new RecordCaptureFailure(ORDER, "s-1", "try_later", NOW));

        happened(captureFailed(), refundWished("r-0", 1, 1000), refunded("r-0", 1000), refundWished("r-1", 1, 1000));
        bank.refund(MONEY, euros(1000), PaymentKey.refund(ORDER, "r-0"));
        bank.refuse(1);
        assertThat(asked(NOW)).contains(new RecordRefundFailure(ORDER, "r-1", 1, "try_later", NOW));
    }

    @Test
    void what_is_refused_because_a_person_has_made_it_was_made() {
        happened(captureWished("s-1", 1, 4000));
        bank.capture(MONEY, euros(4000), true, BY_HAND);
        assertThat(asked(NOW)).contains(new RecordCapture(ORDER, "s-1", NOW));

        happened(captured("s-1", 4000, 4000), refundWished("r-1", 1, 4000));
        bank.refund(MONEY, euros(4000), BY_HAND.round(2));
        assertThat(asked(NOW)).contains(new RecordRefund(ORDER, "r-1", NOW));
    }

    @Test
    void another_try_is_not_made_of_what_a_person_has_made_meanwhile() {
        happened(captureWished("s-1", 1, 2000), captureFailed(), captureWished("s-1", 2, 2000));
        bank.capture(MONEY, euros(2000), false, BY_HAND);
        assertThat(asked(NOW)).contains(new RecordCapture(ORDER, "s-1", NOW));

        happened(captured("s-1", 2000, 2000));
        happened(refundWished("r-1", 1, 1000), refundFailed(), refundWished("r-1", 2, 1000));
        bank.refund(MONEY, euros(1000), BY_HAND.round(2));
        assertThat(asked(NOW)).contains(new RecordRefund(ORDER, "r-1", NOW));
        assertThat(bank.asked()).containsExactly(PaymentKey.authorise(ORDER, 1), BY_HAND, BY_HAND.round(2));
    }

    @Test
    void another_try_has_a_key_of_its_own_and_may_fail_as_such() {
        happened(captureWished("s-1", 1, 2000), captureFailed(), captureWished("s-1", 2, 2000));
        assertThat(asked(NOW)).contains(new RecordCapture(ORDER, "s-1", NOW));
        assertThat(bank.asked()).endsWith(CAPTURE.attempt(2));

        happened(captured("s-1", 2000, 2000));
        happened(refundWished("r-1", 1, 1000), refundFailed(), refundWished("r-1", 2, 1000));
        bank.refuse(1);
        assertThat(asked(NOW)).contains(new RecordRefundFailure(ORDER, "r-1", 2, "try_later", NOW));
        assertThat(bank.asked()).endsWith(REFUND.attempt(2));
    }

    @Test
    void rounds_are_counted_from_when_a_step_was_wished_and_there_are_five_at_most() {
        Instant later = NOW.plus(AN_HOUR);
        happened(new CaptureRequested(ORDER, "s-1", 1, euros(2000), false, later));
        bank.stickKeys(Integer.MAX_VALUE);

        assertThat(unanswered(later.plusSeconds(239))).containsExactly(CAPTURE);
        assertThat(unanswered(later.plusSeconds(240))).containsExactly(CAPTURE, CAPTURE.round(2));
        assertThat(unanswered(later.plus(AN_HOUR)))
                .containsExactly(CAPTURE, CAPTURE.round(2), CAPTURE.round(3), CAPTURE.round(4), CAPTURE.round(5));
    }

    @Test
    void no_round_is_asked_for_what_was_made_after_all() {
        happened(captureWished("s-1", 1, 2000));
        bank.stickKeys(1);
        assertThat(unanswered(NOW)).containsExactly(CAPTURE);
        bank.capture(MONEY, euros(2000), false, BY_HAND);

        Instant later = NOW.plusSeconds(240);
        assertThat(asked(later)).contains(new RecordCapture(ORDER, "s-1", later));
        assertThat(bank.asked()).endsWith(BY_HAND, CAPTURE);
    }

    @Test
    void a_refund_has_rounds_of_its_own_too() {
        Instant later = NOW.plus(AN_HOUR);
        happened(captureWished("s-1", 1, 4000), captured("s-1", 4000, 4000));
        bank.capture(MONEY, euros(4000), true, CAPTURE);
        happened(new RefundRequested(ORDER, "r-1", 1, euros(1000), "broken", later));
        bank.stickKeys(Integer.MAX_VALUE);

        assertThat(unanswered(later.plusSeconds(239))).containsExactly(REFUND);
        assertThat(unanswered(later.plusSeconds(240))).containsExactly(REFUND, REFUND.round(2));
    }

    @Test
    void money_that_nobody_knows_of_is_released_when_it_cannot_be_on_its_way_any_more() {
        Payment nameless = new Payment.Releasing(1, null, euros(4000), NOW);
        OrderId other = order("o-2");

        assertThat(teller.ask(other, nameless, NOW.plusSeconds(19))).isEmpty();
        assertThat(teller.ask(other, nameless, NOW.plusSeconds(20)))
                .contains(new RecordVoid(other, NOW.plusSeconds(20)));
    }

    private void happened(PaymentEvent... events) {
        past.addAll(List.of(events));
    }

    private Optional<PaymentCommand> asked(Instant now) {
        Payment payment = Payment.initial();
        for (PaymentEvent event : past) {
            payment = Payment.evolve(payment, event);
        }
        return teller.ask(ORDER, payment, now);
    }

    /** @return the keys under which the bank was asked and said nothing of use */
    private List<PaymentKey> unanswered(Instant now) {
        int before = bank.asked().size();
        assertThatThrownBy(() -> asked(now)).isInstanceOf(PaymentUnanswered.class);
        return bank.asked().subList(before, bank.asked().size());
    }

    private static PaymentEvent captureWished(String shipment, int attempt, long cents) {
        return new CaptureRequested(ORDER, shipment, attempt, euros(cents), false, NOW);
    }

    private static PaymentEvent captured(String shipment, long cents, long total) {
        return new PaymentCaptured(ORDER, shipment, euros(cents), euros(total), NOW);
    }

    private static PaymentEvent captureFailed() {
        return new CaptureFailed(ORDER, "s-1", euros(2000), "try_later", NOW);
    }

    private static PaymentEvent refundWished(String refund, int attempt, long cents) {
        return new RefundRequested(ORDER, refund, attempt, euros(cents), "broken", NOW);
    }

    private static PaymentEvent refunded(String refund, long cents) {
        return new PaymentRefunded(ORDER, refund, euros(cents), euros(cents), NOW);
    }

    private static PaymentEvent refundFailed() {
        return new RefundFailed(ORDER, "r-1", euros(1000), euros(0), "try_later", NOW);
    }
}
