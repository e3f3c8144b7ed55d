package io.daybook.infra.payment;

import static io.daybook.infra.payment.PaymentProviderConformance.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.Authorisation.Authorised;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.Capture;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.command.payment.Refund;
import io.daybook.domain.kernel.OrderId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the provider does, the money moves once, and we know or know that we do not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MisbehavingStripeTest {
    private static final OrderId ORDER = new OrderId("o-1");
    private static final PaymentMethod CARD = new PaymentMethod("pm_card_visa");
    private static final PaymentKey KEY = PaymentKey.authorise(ORDER, 1);
    private static final String ONCE = "1 payments, 500 authorised, 500 held, 0 captured, 0 refunded";

    private TestSandbox sandbox;
    private PaymentProvider impatient;
    private PaymentProvider patient;

    @BeforeEach
    void open(@TempDir Path folder) {
        sandbox = TestSandbox.in(folder);
        impatient = sandbox.provider(0);
        patient = sandbox.provider(2);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static Authorisation authorise(PaymentProvider provider) {
        return provider.authorise(ORDER, euros(500), CARD, KEY);
    }

    private PaymentUnanswered unanswered() {
        return catchThrowableOfType(PaymentUnanswered.class, () -> authorise(impatient));
    }

    /** Also while the search does not know it yet. */
    @Test
    void a_payment_whose_answer_was_lost_is_found() {
        sandbox.misbehave("fault=timeout_after_success&search_lag_ms=60000");
        Instant asked = Instant.now();

        PaymentUnanswered lost = unanswered();

        assertThat(lost.mayHaveHappened()).isTrue();
        assertThat(lost.retriable()).isTrue();
        List<PaymentStanding> found = impatient.find(ORDER, asked);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().key()).isEqualTo(KEY);
        assertThat(found.getFirst().authorisation())
                .isEqualTo(new Authorised(found.getFirst().id(), euros(500), true));
    }

    @Test
    void a_payment_is_found_long_after_it_was_asked_for() {
        authorise(impatient);

        assertThat(impatient.find(ORDER, Instant.now().minus(Duration.ofHours(2))))
                .hasSize(1);
    }

    @Test
    void a_lost_answer_is_asked_for_again_under_the_same_key() {
        sandbox.misbehave("fault=timeout_after_success");

        assertThat(authorise(patient)).isInstanceOf(Authorised.class);
        assertThat(sandbox.ledger()).isEqualTo(ONCE);
    }

    @Test
    void a_request_that_never_arrived_is_sent_again() {
        sandbox.misbehave("fault=timeout");

        assertThat(authorise(patient)).isInstanceOf(Authorised.class);
        assertThat(sandbox.ledger()).isEqualTo(ONCE);
    }

    @Test
    void a_request_that_never_arrived_leaves_nothing_to_find() {
        sandbox.misbehave("fault=timeout");
        Instant asked = Instant.now();

        assertThat(unanswered().mayHaveHappened()).isTrue();
        assertThat(impatient.find(ORDER, asked)).isEmpty();
    }

    @Test
    void a_failure_of_the_server_is_no_answer() {
        for (String fault : List.of("error_500", "error_500_after_success")) {
            sandbox.misbehave("fault=" + fault);
            assertThat(unanswered().mayHaveHappened()).isTrue();
            assertThat(authorise(impatient)).isInstanceOf(Authorised.class);
            assertThat(sandbox.ledger()).as(fault).isEqualTo(ONCE);
        }
    }

    /** Stripe answers a key with the same failure again; then what became of it is looked up, and the next attempt has its own key. */
    @Test
    void a_failure_that_is_kept_ends_only_with_another_key() {
        sandbox.misbehave("fault=error_500_kept");
        Instant asked = Instant.now();

        assertThat(unanswered().mayHaveHappened()).isTrue();
        assertThat(unanswered().mayHaveHappened()).isTrue();
        assertThat(impatient.find(ORDER, asked)).isEmpty();
        assertThat(impatient.authorise(ORDER, euros(500), CARD, PaymentKey.authorise(ORDER, 2)))
                .isInstanceOf(Authorised.class);
        assertThat(sandbox.ledger()).isEqualTo(ONCE);
    }

    @Test
    void a_capture_whose_failure_is_kept_is_found_undone_and_asked_for_in_another_round() {
        AuthorisationId id = ((Authorised) authorise(impatient)).id();
        sandbox.misbehave("fault=error_500_kept&on=capture");
        PaymentKey key = PaymentKey.capture(ORDER, "s-1");
        for (int n = 0; n < 2; n++) {
            assertThat(catchThrowableOfType(
                            PaymentUnanswered.class, () -> impatient.capture(id, euros(500), true, key)))
                    .isNotNull();
        }

        assertThat(impatient.find(ORDER, Instant.now()))
                .extracting(PaymentStanding::captured)
                .containsExactly(euros(0));
        assertThat(impatient.capture(id, euros(500), true, key.round(2)))
                .isEqualTo(new Capture.Captured(id, euros(500), euros(0)));
    }

    @Test
    void too_many_requests_are_tried_later() {
        sandbox.misbehave("fault=rate_limit");

        assertThat(unanswered().retriable()).isTrue();
        assertThat(authorise(impatient)).isInstanceOf(Authorised.class);
    }

    /** The first try is still being worked on when the next ones come, which are told so. */
    @Test
    void an_answer_that_is_late_is_waited_for() {
        sandbox.misbehave("fault=delay&delay_ms=900");

        assertThat(authorise(patient)).isInstanceOf(Authorised.class);
        assertThat(sandbox.ledger()).isEqualTo(ONCE);
    }

    @Test
    void money_is_taken_and_given_back_once_though_the_answers_are_lost() {
        AuthorisationId id = ((Authorised) authorise(impatient)).id();
        sandbox.misbehave("fault=timeout_after_success&on=capture");
        sandbox.misbehave("fault=timeout_after_success&on=refund");

        assertThat(patient.capture(id, euros(300), false, PaymentKey.capture(ORDER, "s-1")))
                .isEqualTo(new Capture.Captured(id, euros(300), euros(200)));
        assertThat(patient.refund(id, euros(100), PaymentKey.refund(ORDER, "r-1")))
                .isInstanceOf(Refund.Refunded.class);
        assertThat(sandbox.ledger()).isEqualTo("1 payments, 500 authorised, 200 held, 300 captured, 100 refunded");
    }

    @Test
    void a_bank_may_say_no_to_any_card() {
        sandbox.misbehave("fault=decline");

        assertThat(authorise(impatient)).isInstanceOf(Authorisation.Declined.class);
        assertThat(authorise(impatient)).as("the same wish again").isInstanceOf(Authorisation.Declined.class);
    }

    @Test
    void a_wrong_secret_is_our_mistake_and_is_not_told() {
        StripeProperties right = sandbox.properties(0);
        StripeProperties wrong = new StripeProperties(
                right.url(),
                "sk_live_4711",
                "whsec_0815",
                right.webhookTolerance(),
                right.connectTimeout(),
                right.readTimeout(),
                0,
                right.circuit());

        PaymentUnanswered refused =
                catchThrowableOfType(PaymentUnanswered.class, () -> authorise(TestSandbox.provider(wrong)));

        assertThat(refused.retriable()).isFalse();
        assertThat(refused.mayHaveHappened()).isFalse();
        assertThat(refused + " " + refused.getCause() + " " + wrong).doesNotContain("4711", "0815");
    }

    @Test
    void without_a_secret_nobody_is_asked() {
        StripeProperties right = sandbox.properties(0);
        StripeProperties unset = new StripeProperties(
                right.url(),
                "",
                "",
                right.webhookTolerance(),
                right.connectTimeout(),
                right.readTimeout(),
                0,
                right.circuit());

        assertThat(catchThrowableOfType(PaymentUnanswered.class, () -> authorise(TestSandbox.provider(unset))))
                .hasMessage("daybook.payments.stripe.secret-key is not set");
    }

    @Test
    void the_provider_knows_it_all_after_its_own_restart() throws IOException {
        AuthorisationId id = ((Authorised) authorise(impatient)).id();
        impatient.capture(id, euros(200), true, PaymentKey.capture(ORDER, "s-1"));
        String before = sandbox.ledger();

        sandbox.restart();

        PaymentProvider again = sandbox.provider(0);
        assertThat(sandbox.ledger()).isEqualTo(before);
        assertThat(((Authorised) authorise(again)).id()).isEqualTo(id);
        assertThat(again.capture(id, euros(200), true, PaymentKey.capture(ORDER, "s-1")))
                .isInstanceOf(Capture.Captured.class);
        assertThat(sandbox.ledger()).isEqualTo(before);
    }

    /** Every third request meets some fault; whoever asks until there is an answer ends with books that agree. */
    @Test
    void the_books_agree_to_the_cent_under_random_misbehaviour() {
        sandbox.misbehave("permille=330&seed=7&delay_ms=50&kinds=delay,error_500,error_500_after_success,rate_limit,"
                + "timeout_after_success");
        for (int n = 1; n <= 20; n++) {
            OrderId order = new OrderId("random-" + n);
            long cents = 1_000L + n;
            AuthorisationId id = ((Authorised) answered(
                            () -> impatient.authorise(order, euros(cents), CARD, PaymentKey.authorise(order, 1))))
                    .id();
            answered(() -> impatient.capture(id, euros(600), false, PaymentKey.capture(order, "s-1")));
            answered(() -> impatient.capture(id, euros(cents - 600), true, PaymentKey.capture(order, "s-2")));
            answered(() -> impatient.refund(id, euros(250), PaymentKey.refund(order, "r-1")));

            assertThat(sandbox.ledger(order.value()))
                    .isEqualTo("1 payments, %1$d authorised, 0 held, %1$d captured, 250 refunded", cents);
        }
    }

    private static <T> T answered(Supplier<T> wish) {
        for (int n = 0; n < 20; n++) {
            try {
                return wish.get();
            } catch (PaymentUnanswered again) {
                assertThat(again.retriable()).isTrue();
            }
        }
        throw new AssertionError("no answer in 20 tries");
    }
}
