package io.daybook.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.kernel.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Stock never lies, whoever comes when: a million interleavings in the proof, some thousands in every build. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockInterleavingsTest {
    private static final long SEED = 4711L << 32;
    private static final int INTERLEAVINGS = 10_000 * Integer.getInteger("daybook.rounds", 2);

    private interface Decider extends BiFunction<InventoryCommand, InventoryItem, List<InventoryEvent>> {}

    @Test
    void whoever_comes_when_no_unit_is_promised_twice() {
        seeds().parallel().forEach(seed -> run(seed, InventoryDecider::decide));
    }

    @Test
    void the_interleavings_know_every_event() {
        Set<String> seen = new TreeSet<>();
        for (long seed = SEED; seed < SEED + 1_000; seed++) {
            InventoryItem item = InventoryItem.initial();
            for (InventoryCommand wish : Interleaving.of(seed)) {
                for (InventoryEvent event : decided(wish, item, InventoryDecider::decide)) {
                    seen.add(event.getClass().getSimpleName());
                    item = InventoryItem.evolve(item, event);
                }
            }
        }
        for (Class<?> event : InventoryEvent.class.getPermittedSubclasses()) {
            assertThat(seen).contains(event.getSimpleName());
        }
    }

    @Test
    void a_decider_that_forgets_other_holds_is_caught() {
        assertThat(seedsThatCatch(StockInterleavingsTest::forgettingHolds)).isPositive();
    }

    @Test
    void a_decider_that_believes_every_clock_is_caught() {
        assertThat(seedsThatCatch(StockInterleavingsTest::believingEveryClock)).isPositive();
    }

    @Test
    void a_decider_that_allocates_a_hold_which_has_ended_is_caught() {
        assertThat(seedsThatCatch(StockInterleavingsTest::allocatingWhatHasEnded))
                .isPositive();
    }

    @Test
    void a_decider_that_puts_back_more_than_came_is_caught() {
        assertThat(seedsThatCatch(StockInterleavingsTest::miscountingReturns)).isPositive();
    }

    @Test
    void a_decider_that_keeps_a_shortage_to_itself_is_caught() {
        assertThat(seedsThatCatch((wish, item) -> InventoryDecider.decide(wish, item).stream()
                        .filter(event -> !(event instanceof ItemFellShort))
                        .toList()))
                .isPositive();
    }

    @Test
    void a_decider_that_never_closes_a_shortage_is_caught() {
        assertThat(seedsThatCatch((wish, item) -> InventoryDecider.decide(wish, item).stream()
                        .filter(event -> !(event instanceof ShortageClosed))
                        .toList()))
                .isPositive();
    }

    @Test
    void a_decider_that_gives_back_all_where_some_was_asked_is_caught() {
        assertThat(seedsThatCatch(StockInterleavingsTest::countingPartsAsTheWhole))
                .isPositive();
    }

    private static LongStream seeds() {
        return LongStream.range(SEED, SEED + INTERLEAVINGS);
    }

    private static long seedsThatCatch(Decider broken) {
        return LongStream.range(SEED, SEED + 2_000)
                .filter(seed -> {
                    try {
                        run(seed, broken);
                        return false;
                    } catch (AssertionError caught) {
                        return true;
                    }
                })
                .count();
    }

    private static void run(long seed, Decider decider) {
        InventoryItem item = InventoryItem.initial();
        StockOracle oracle = new StockOracle();
        for (InventoryCommand wish : Interleaving.of(seed)) {
            List<InventoryEvent> events = decided(wish, item, decider);
            try {
                events.forEach(oracle::hear);
                events.stream().reduce((former, last) -> last).ifPresent(oracle::endOfDecision);
            } catch (AssertionError wrong) {
                throw new AssertionError("interleaving " + seed + ": " + wrong.getMessage(), wrong);
            }
            for (InventoryEvent event : events) {
                item = InventoryItem.evolve(item, event);
            }
            if (item.sellable(wish.now()) != oracle.free(wish.now())) {
                throw new AssertionError("interleaving " + seed + " after " + wish + ": sellable is "
                        + item.sellable(wish.now()) + " and should be " + oracle.free(wish.now()));
            }
        }
    }

    /** Refusals are fine; anything else that is thrown is a defect and passes through. */
    private static List<InventoryEvent> decided(InventoryCommand wish, InventoryItem item, Decider decider) {
        try {
            return decider.apply(wish, item);
        } catch (Refused refused) {
            return List.of();
        }
    }

    private static List<InventoryEvent> forgettingHolds(InventoryCommand wish, InventoryItem item) {
        return wish instanceof ReserveStock c && item.onHand() - item.allocated() >= c.quantity()
                ? List.of(new InventoryReserved(
                        c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), c.now()))
                : InventoryDecider.decide(wish, item);
    }

    /** Decides as if the item had never been decided about later than the caller's clock says. */
    private static List<InventoryEvent> believingEveryClock(InventoryCommand wish, InventoryItem item) {
        return item instanceof Stocked s
                ? InventoryDecider.decide(wish, new Stocked(s.onHand(), s.promises(), s.returns(), wish.now()))
                : InventoryDecider.decide(wish, item);
    }

    private static List<InventoryEvent> allocatingWhatHasEnded(InventoryCommand wish, InventoryItem item) {
        return wish instanceof ConfirmReservation c
                        && item instanceof Stocked s
                        && s.promises().holds().containsKey(c.reservation())
                ? List.of(new ReservationConfirmed(
                        c.sku(),
                        c.location(),
                        c.reservation(),
                        c.order(),
                        c.quantity(),
                        s.allocated() + c.quantity(),
                        s.timeOf(c.now())))
                : InventoryDecider.decide(wish, item);
    }

    /** Frees what stays promised: the event says that some units were given back, its sum that all were. */
    private static List<InventoryEvent> countingPartsAsTheWhole(InventoryCommand wish, InventoryItem item) {
        return InventoryDecider.decide(wish, item).stream()
                .map(event -> event instanceof ReservationReleased e && item instanceof Stocked s
                        ? new ReservationReleased(
                                e.sku(),
                                e.location(),
                                e.reservation(),
                                e.order(),
                                e.quantity(),
                                s.allocated() - s.promises().allocatedTo(e.reservation()),
                                e.reason(),
                                e.decidedAt())
                        : event)
                .toList();
    }

    private static List<InventoryEvent> miscountingReturns(InventoryCommand wish, InventoryItem item) {
        return wish instanceof ReturnStock c && item instanceof Stocked s
                ? List.of(new StockReturned(
                        c.sku(),
                        c.location(),
                        c.order(),
                        c.returnId(),
                        c.quantity(),
                        s.onHand() + c.quantity() + 1,
                        s.timeOf(c.now())))
                : InventoryDecider.decide(wish, item);
    }
}
