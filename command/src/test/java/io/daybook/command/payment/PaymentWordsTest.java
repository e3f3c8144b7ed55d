package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.OrderId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentWordsTest {
    private static final OrderId ORDER = new OrderId("o-1");

    /** Written out, since a key that comes out different after an upgrade charges twice. */
    @Test
    void keys_are_the_same_in_every_process_and_release() {
        assertThat(List.of(
                        PaymentKey.authorise(ORDER, 1),
                        PaymentKey.authorise(ORDER, 2),
                        PaymentKey.capture(ORDER, "s-1"),
                        PaymentKey.refund(ORDER, "r-1"),
                        PaymentKey.refund(ORDER, "r-1").round(2),
                        PaymentKey.capture(ORDER, "s-1").attempt(2),
                        PaymentKey.refund(ORDER, "r-1").attempt(2).round(3),
                        PaymentKey.cancel(new AuthorisationId("a_1"))))
                .extracting(PaymentKey::value)
                .containsExactly(
                        "authorise:o-1:1",
                        "authorise:o-1:2",
                        "capture:o-1:s-1",
                        "refund:o-1:r-1",
                        "refund:o-1:r-1:round-2",
                        "capture:o-1:s-1:attempt-2",
                        "refund:o-1:r-1:attempt-2:round-3",
                        "cancel:a_1");
    }

    @Test
    void a_key_of_any_round_names_its_wish() {
        PaymentKey key = PaymentKey.refund(ORDER, "r-1");

        assertThat(key.wish()).isEqualTo(key);
        assertThat(key.round(12).wish()).isEqualTo(key);
        assertThat(key.attempt(2).round(12).wish()).isEqualTo(key.attempt(2));
    }

    @Test
    void a_key_knows_its_attempt() {
        PaymentKey first = PaymentKey.refund(ORDER, "r-1");

        assertThat(first.attempt()).isEqualTo(1);
        assertThat(first.attempt(1)).isEqualTo(first);
        assertThat(first.attempt(12).attempt()).isEqualTo(12);
        assertThat(first.attempt(12).firstAttempt()).isEqualTo(first);
        assertThat(first.firstAttempt()).isEqualTo(first);
    }

    @Test
    void a_key_is_as_long_as_providers_take() {
        assertThat(new PaymentKey("k".repeat(255)).value()).hasSize(255);
        for (String bad : List.of("", "k".repeat(256))) {
            assertThatThrownBy(() -> new PaymentKey(bad)).hasMessageContaining("1 to 255");
        }
    }

    @Test
    void what_pays_is_not_in_logs() {
        assertThat(new PaymentMethod("pm_4711").toString()).doesNotContain("4711");
        assertThat(new Authorisation.ActionRequired(new AuthorisationId("a_1"), "secret_4711").toString())
                .contains("a_1")
                .doesNotContain("4711");
    }

    @Test
    void a_token_that_cannot_be_one_is_refused_by_name() {
        for (String bad : List.of("", "two words", "x".repeat(256), "é")) {
            assertThatThrownBy(() -> new PaymentMethod(bad)).hasMessageStartingWith("paymentMethod must be");
        }
        assertThatThrownBy(() -> new AuthorisationId("../v1/refunds")).hasMessageStartingWith("authorisation must be");
    }
}
