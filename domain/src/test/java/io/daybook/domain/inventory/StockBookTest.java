package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is wished in whatever order, by callers whose clocks differ by half an hour, the books stay right. */
class StockBookTest {
    private static final String SEED = "4711";

    /** Draws of one wish; what a kind does not need, it ignores. */
    private record Draw(int kind, int who, int quantity, int minutes, int skew) {}

    @Property(seed = SEED)
    void no_unit_is_promised_twice_and_none_is_lost(@ForAll("wishes") List<InventoryCommand> wishes) {
        StockBook.keep(wishes, InventoryDecider::decide);
    }

    @Property(seed = SEED)
    void a_wish_granted_once_and_wished_again_at_once_never_breaks_the_books(
            @ForAll("wishes") List<InventoryCommand> wishes) {
        List<InventoryCommand> twice = new ArrayList<>();
        for (InventoryCommand wish : wishes) {
            twice.add(wish);
            twice.add(wish);
        }
        StockBook.keep(twice, InventoryDecider::decide);
    }

    @Property(tries = 1, seed = SEED)
    void a_decider_that_forgets_other_holds_is_caught() {
        assertThat(isCaught(StockBookTest::forgettingHolds)).isTrue();
    }

    @Property(tries = 1, seed = SEED)
    void a_decider_that_believes_every_clock_is_caught() {
        assertThat(isCaught(StockBookTest::believingEveryClock)).isTrue();
    }

    @Provide
    Arbitrary<List<InventoryCommand>> wishes() {
        Arbitrary<Draw> draw = Combinators.combine(
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(-1, 8),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-30, 30))
                .as(Draw::new);
        return draw.list().ofMinSize(1).ofMaxSize(60).map(StockBookTest::wishesOf);
    }

    private boolean isCaught(BiFunction<InventoryCommand, InventoryItem, List<InventoryEvent>> broken) {
        return wishes().sampleStream()
                .limit(2_000)
                .anyMatch(sample -> catchThrowable(() -> StockBook.keep(sample, broken)) instanceof AssertionError);
    }

    private static List<InventoryCommand> wishesOf(List<Draw> draws) {
        List<InventoryCommand> wishes = new ArrayList<>();
        Instant time = NOON;
        for (Draw draw : draws) {
            time = time.plus(Duration.ofMinutes(draw.minutes));
            wishes.add(wishOf(draw, time.plus(Duration.ofMinutes(draw.skew))));
        }
        return wishes;
    }

    /** Corrections are rare, so that most runs prove the stricter half of the books. */
    private static InventoryCommand wishOf(Draw d, Instant now) {
        OrderId order = new OrderId("O-" + d.who);
        ReservationId reservation = ReservationId.of(order, 1);
        return switch (d.kind) {
            case 0, 1, 2 -> new ReceiveStock(MUG, BERLIN, "note", d.quantity, now);
            case 3, 4, 5, 6, 7, 8 ->
                new ReserveStock(MUG, BERLIN, reservation, order, d.quantity, now.plus(Duration.ofMinutes(15)), now);
            case 9 ->
                new ExtendReservation(
                        MUG, BERLIN, reservation, order, d.quantity, now.plus(Duration.ofMinutes(30)), now);
            case 10, 11 -> new ConfirmReservation(MUG, BERLIN, reservation, order, d.quantity, now);
            case 12, 13 -> new ShipStock(MUG, BERLIN, reservation, d.quantity, now);
            case 14 ->
                d.who == 1
                        ? new ReleaseReservation(MUG, BERLIN, reservation, d.quantity, "fewer", now)
                        : new ReleaseReservation(MUG, BERLIN, reservation, "changed", now);
            case 15 -> new ExpireReservations(MUG, BERLIN, now);
            case 16 -> new ReturnStock(MUG, BERLIN, order, "R-" + d.quantity, d.quantity, now);
            case 17 -> new RecordPastSale(MUG, BERLIN, ReservationId.of(order, 2), order, d.quantity, now);
            case 18 -> new AdjustStock(MUG, BERLIN, d.quantity - 2, "broken", now);
            default ->
                d.who == 1
                        ? new CountStock(MUG, BERLIN, "night", d.quantity, now)
                        : new AdjustStock(MUG, BERLIN, d.quantity, "found", now);
        };
    }

    private static List<InventoryEvent> forgettingHolds(InventoryCommand wish, InventoryItem item) {
        return wish instanceof ReserveStock c && item.onHand() - item.allocated() >= c.quantity() && c.quantity() > 0
                ? List.of(new InventoryReserved(
                        c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), c.now()))
                : InventoryDecider.decide(wish, item);
    }

    /** Decides as if the item had never been decided about later than the caller's clock says. */
    private static List<InventoryEvent> believingEveryClock(InventoryCommand wish, InventoryItem item) {
        return item instanceof InventoryItem.Stocked s
                ? InventoryDecider.decide(
                        wish, new InventoryItem.Stocked(s.onHand(), s.promises(), s.returns(), wish.now()))
                : InventoryDecider.decide(wish, item);
    }
}
