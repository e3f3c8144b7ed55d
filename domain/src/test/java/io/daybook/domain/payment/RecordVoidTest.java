package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.LATER;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.authorised;
import static io.daybook.domain.payment.PaymentFixtures.given;
import static io.daybook.domain.payment.PaymentFixtures.notAskedFor;
import static io.daybook.domain.payment.PaymentFixtures.requested;
import static io.daybook.domain.payment.PaymentFixtures.voidRequested;
import static io.daybook.domain.payment.PaymentFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordVoidTest {
    @Test
    void nothing_is_set_aside_any_more() {
        given(requested(), voidRequested(null)).when(record()).then(voided());
        assertThat(given(requested(), voidRequested(null), voided()).state().due())
                .isEmpty();
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(requested(), voidRequested(null), voided()).when(record()).thenNothing();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        given(requested(), authorised()).when(record()).thenRefused("payment.not-asked-for", notAskedFor("a release"));
    }

    private static RecordVoid record() {
        return new RecordVoid(ORDER, LATER);
    }
}
