package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static io.daybook.command.payment.SmallBank.RICH;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.order.CheckOut;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExtendingTest {
    private static final Instant UNTIL = HOLDS_UNTIL.plusSeconds(15 * 60);
    private static final Instant LATE = HOLDS_UNTIL.plusSeconds(60);
    private static final ReservationId FIRST = ReservationId.of(order("o-1"), 1);
    private static final ReservationId SECOND = ReservationId.of(order("o-1"), 2);

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.withProvider(log, new SmallBank(), new MovingClock(), false);
    private int before;

    @BeforeEach
    void an_order_of_the_last_teapot_and_two_mugs() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 1);
        receive(shop, MUG, BERLIN, 5);
        shop.commands.send(prepaid("o-1", RICH, line(1, TEAPOT, 1, 2000), line(2, MUG, 2, 500)));
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void all_holds_of_an_order_are_extended_in_one_append() {
        shop.commands.send(new ExtendHolds(order("o-1"), UNTIL, NOW));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new HoldsExtended(order("o-1"), UNTIL, NOW),
                        new ReservationExtended(TEAPOT, BERLIN, FIRST, order("o-1"), 1, UNTIL, NOW),
                        new ReservationExtended(MUG, BERLIN, SECOND, order("o-1"), 2, UNTIL, NOW));
        assertThat(log.appends()).last().isEqualTo(3);
        assertThat(refusal(() -> shop.commands.send(buyingTheTeapot(LATE)))
                        .refusal()
                        .code())
                .isEqualTo("inventory.not-enough-stock");
    }

    @Test
    void the_same_wish_again_changes_nothing_and_a_longer_one_is_refused() {
        shop.commands.send(new ExtendHolds(order("o-1"), UNTIL, NOW));

        assertThat(shop.commands
                        .send(new ExtendHolds(order("o-1"), UNTIL, LATE))
                        .changed())
                .isFalse();
        assertThat(refusal(() -> shop.commands.send(new ExtendHolds(order("o-1"), UNTIL.plusSeconds(1), LATE)))
                        .refusal()
                        .code())
                .isEqualTo("order.hold-extended");
    }

    @Test
    void if_one_hold_has_ended_and_its_units_are_gone_none_is_extended() {
        shop.commands.send(buyingTheTeapot(LATE));
        before = log.events().size();

        assertThat(refusal(() -> shop.commands.send(new ExtendHolds(order("o-1"), UNTIL, LATE)))
                        .refusal()
                        .code())
                .isEqualTo("inventory.not-enough-stock");
        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @Test
    void an_order_that_nobody_is_paying_for_holds_no_longer() {
        shop.commands.send(new RecordDecline(order("o-1"), 1, "no_money", NOW));

        assertThat(shop.commands.send(new ExtendHolds(order("o-1"), UNTIL, NOW)).changed())
                .isFalse();
    }

    @Test
    void with_an_extension_of_zero_nobody_looks_for_holds_to_extend() {
        HoldProperties never = new HoldProperties(
                Duration.ofMinutes(15), Duration.ofMinutes(2), Duration.ZERO, Duration.ofSeconds(10));
        EndingHolds unasked = (time, after, most) -> {
            throw new AssertionError("nobody is to ask");
        };

        new ExtendPendingHolds(unasked, shop.commands, never, new MovingClock()).run();

        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @Test
    void a_confirmed_order_and_an_unknown_one_have_nothing_to_extend() {
        shop.commands.send(clear("o-1", NOW));
        shop.commands.send(new RecordAuthorisation(order("o-1"), 1, "auth-1", euros(3000), true, NOW));

        assertThat(shop.commands.send(new ExtendHolds(order("o-1"), UNTIL, NOW)).changed())
                .isFalse();
        assertThat(shop.commands.send(new ExtendHolds(order("o-9"), UNTIL, NOW)).changed())
                .isFalse();
    }

    private static CheckOut buyingTheTeapot(Instant now) {
        CheckOut wish = checkOut("o-2", line(1, TEAPOT, 1, 2000));
        return new CheckOut(wish.order(), wish.customer(), wish.buyer(), wish.lines(), wish.charges(), now);
    }
}
