package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.HAMBURG;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.SET;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.Handling;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.order.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Somebody counts fewer units than were promised. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenItemFellShortServeFromElsewhereTest {
    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private int before;

    @BeforeEach
    void four_teapots_lie_in_berlin() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 4);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_order_that_came_last_is_served_from_elsewhere_in_one_append() {
        confirmed("o-1", 2);
        confirmed("o-2", 2);
        receive(shop, TEAPOT, HAMBURG, 2);

        counted(3);

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new StockCounted(TEAPOT, BERLIN, "night", -1, 3, NOW),
                        new ItemFellShort(TEAPOT, BERLIN, 1, NOW),
                        new StockReallocated(
                                order("o-2"),
                                List.of(teapots("o-2", 1, BERLIN, 2)),
                                List.of(teapots("o-2", 2, HAMBURG, 2)),
                                NOW),
                        new ReservationReleased(
                                TEAPOT, BERLIN, promise("o-2", 1), order("o-2"), 2, 2, "reallocated", NOW),
                        new ShortageClosed(TEAPOT, BERLIN, NOW),
                        new ReservationConfirmed(TEAPOT, HAMBURG, promise("o-2", 2), order("o-2"), 2, 2, NOW));
        assertThat(log.appends()).endsWith(2, 4);
    }

    @Test
    void as_few_orders_as_needed_give_way_and_no_number_of_a_promise_is_used_again() {
        confirmed("o-1", 1);
        confirmed("o-2", 1);
        confirmed("o-3", 1);
        receive(shop, TEAPOT, HAMBURG, 9);
        counted(1);
        assertThat(log.eventsAfter(before))
                .filteredOn(StockReallocated.class::isInstance)
                .extracting(e -> ((StockReallocated) e).order())
                .containsExactly(order("o-3"), order("o-2"));
        before = log.events().size();

        count(HAMBURG, 0);

        assertThat(log.eventsAfter(before))
                .filteredOn(e -> e instanceof OrderCancelled || e instanceof StockReallocated)
                .containsExactly(
                        new OrderCancelled(order("o-3"), "stock-lost", List.of(teapots("o-3", 2, HAMBURG, 1)), NOW),
                        new OrderCancelled(order("o-2"), "stock-lost", List.of(teapots("o-2", 2, HAMBURG, 1)), NOW));
    }

    @Test
    void twice_moved_units_have_a_promise_of_a_third_number() {
        confirmed("o-1", 2);
        receive(shop, TEAPOT, HAMBURG, 2);
        counted(1);
        count(BERLIN, 5);
        count(HAMBURG, 1);

        assertThat(log.events())
                .contains(new StockReallocated(
                        order("o-1"),
                        List.of(teapots("o-1", 2, HAMBURG, 2)),
                        List.of(teapots("o-1", 3, BERLIN, 2)),
                        NOW));
    }

    @Test
    void what_nothing_serves_is_cancelled_and_the_rest_stays() {
        confirmed("o-1", 3);

        counted(2);

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new StockCounted(TEAPOT, BERLIN, "night", -2, 2, NOW),
                        new ItemFellShort(TEAPOT, BERLIN, 1, NOW),
                        new ItemsCancelled(
                                order("o-1"),
                                "stock-lost.1",
                                List.of(new CancelledLine(1, TEAPOT, 1, euros(2000))),
                                List.of(teapots("o-1", 1, BERLIN, 1)),
                                euros(2000),
                                "stock-lost",
                                false,
                                NOW),
                        new ReservationReleased(
                                TEAPOT, BERLIN, promise("o-1", 1), order("o-1"), 1, 2, "stock-lost", NOW),
                        new ShortageClosed(TEAPOT, BERLIN, NOW));
    }

    @Test
    void what_is_left_after_a_cancellation_is_put_together_from_here_and_elsewhere() {
        confirmed("o-1", 4);
        receive(shop, TEAPOT, HAMBURG, 1);

        counted(1);

        assertThat(log.eventsAfter(before))
                .contains(new StockReallocated(
                        order("o-1"),
                        List.of(teapots("o-1", 1, BERLIN, 2)),
                        List.of(teapots("o-1", 2, BERLIN, 1), teapots("o-1", 3, HAMBURG, 1)),
                        NOW))
                .last()
                .isInstanceOf(ReservationConfirmed.class);
        assertThat(log.eventsAfter(before))
                .filteredOn(ItemsCancelled.class::isInstance)
                .hasSize(1);
        int counted = 2;
        assertThat(log.appends()).endsWith(counted, log.eventsAfter(before).size() - counted);
    }

    @Test
    void only_the_units_that_the_short_item_was_to_serve_are_moved() {
        receive(shop, TEAPOT, HAMBURG, 1);
        confirmed("o-1", 5);
        receive(shop, TEAPOT, HAMBURG, 4);

        counted(0);

        assertThat(log.eventsAfter(before))
                .filteredOn(StockReallocated.class::isInstance)
                .singleElement()
                .satisfies(e -> {
                    StockReallocated moved = (StockReallocated) e;
                    assertThat(moved.released())
                            .extracting(Allocation::location, Allocation::quantity)
                            .containsExactly(tuple(BERLIN, 4));
                    assertThat(moved.allocated()).containsExactly(teapots("o-1", 3, HAMBURG, 4));
                });
    }

    @Test
    void a_bundle_that_cannot_be_complete_is_cancelled_with_its_other_parts() {
        receive(shop, MUG, BERLIN, 4);
        shop.commands.send(checkOut("o-1", line(1, SET, 2, 2800)));
        shop.commands.send(clear("o-1", NOW));

        count(MUG, BERLIN, 3);

        assertThat(log.events())
                .contains(new ItemsCancelled(
                        order("o-1"),
                        "stock-lost.1",
                        List.of(new CancelledLine(1, SET, 1, euros(2800))),
                        List.of(
                                new Allocation(1, TEAPOT, BERLIN, promise("o-1", 1), 1),
                                new Allocation(1, MUG, BERLIN, promise("o-1", 2), 2)),
                        euros(2800),
                        "stock-lost",
                        false,
                        NOW))
                .contains(
                        new ReservationReleased(
                                TEAPOT, BERLIN, promise("o-1", 1), order("o-1"), 1, 1, "stock-lost", NOW),
                        new ReservationReleased(MUG, BERLIN, promise("o-1", 2), order("o-1"), 2, 2, "stock-lost", NOW));
    }

    @Test
    void an_order_that_is_not_confirmed_gives_way_before_all_others() {
        shop.commands.send(checkOut("o-0", line(1, TEAPOT, 1, 2000)));
        shop.commands.send(new ScreenOrder(order("o-0"), 60, Verdict.REVIEW, List.of(), NOW.plusSeconds(3600), NOW));
        confirmed("o-1", 3);
        receive(shop, TEAPOT, HAMBURG, 1);

        counted(3);

        assertThat(log.eventsAfter(before))
                .contains(
                        new StockReallocated(
                                order("o-0"),
                                List.of(teapots("o-0", 1, BERLIN, 1)),
                                List.of(teapots("o-0", 2, HAMBURG, 1)),
                                NOW),
                        new InventoryReserved(TEAPOT, HAMBURG, promise("o-0", 2), order("o-0"), 1, HOLDS_UNTIL, NOW));
        before = log.events().size();
        count(HAMBURG, 0);
        assertThat(log.eventsAfter(before))
                .contains(new OrderCancelled(order("o-0"), "stock-lost", List.of(teapots("o-0", 2, HAMBURG, 1)), NOW));
    }

    @Test
    void what_is_short_twice_is_cancelled_twice() {
        confirmed("o-1", 4);
        counted(3);
        count(BERLIN, 1);

        assertThat(log.eventsAfter(before))
                .filteredOn(ItemsCancelled.class::isInstance)
                .extracting(e -> ((ItemsCancelled) e).cancellationId() + ": " + ((ItemsCancelled) e).value())
                .containsExactly("stock-lost.1: " + euros(2000), "stock-lost.2: " + euros(4000));
    }

    @Test
    void a_hold_that_moves_ends_when_it_was_to_end_and_one_that_has_ended_does_not_move() {
        shop.commands.send(checkOut("o-0", line(1, TEAPOT, 1, 2000)));
        confirmed("o-1", 3);
        receive(shop, TEAPOT, HAMBURG, 1);
        shop.commands.send(new CountStock(TEAPOT, BERLIN, "night", 2, NOW));
        ItemId berlin = new ItemId(TEAPOT, BERLIN);
        Instant before = HOLDS_UNTIL.minusSeconds(1);

        assertThat(shop.commands
                        .send(new ServeFromElsewhere(order("o-0"), berlin, HOLDS_UNTIL))
                        .changed())
                .isFalse();
        shop.commands.send(new ServeFromElsewhere(order("o-0"), berlin, before));

        assertThat(log.events())
                .contains(new InventoryReserved(
                        TEAPOT, HAMBURG, promise("o-0", 2), order("o-0"), 1, HOLDS_UNTIL, before));
    }

    @Test
    void units_that_have_left_are_nobodys_shortage() {
        confirmed("o-1", 2);
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        confirmed("o-2", 2);

        counted(1);

        assertThat(log.eventsAfter(before))
                .filteredOn(e -> !(e instanceof ItemsShipped))
                .contains(new ItemsCancelled(
                        order("o-2"),
                        "stock-lost.1",
                        List.of(new CancelledLine(1, TEAPOT, 1, euros(2000))),
                        List.of(teapots("o-2", 1, BERLIN, 1)),
                        euros(2000),
                        "stock-lost",
                        false,
                        NOW));
    }

    @Test
    void an_item_that_is_short_no_more_moves_nobody() {
        confirmed("o-1", 2);
        receive(shop, TEAPOT, HAMBURG, 2);

        assertThat(shop.commands
                        .send(new ServeFromElsewhere(order("o-1"), new ItemId(TEAPOT, BERLIN), NOW))
                        .changed())
                .isFalse();
        assertThat(shop.commands
                        .send(new ServeFromElsewhere(order("o-8"), new ItemId(TEAPOT, BERLIN), NOW))
                        .changed())
                .isFalse();
    }

    /** The processor's token does not pass a shortage whose commands have not come through. */
    @Test
    void what_fails_for_other_reasons_is_tried_again_until_it_succeeds() {
        confirmed("o-1", 2);
        receive(shop, TEAPOT, HAMBURG, 2);
        shop.commands.send(new CountStock(TEAPOT, BERLIN, "night", 1, NOW));
        log.loseNext(12);

        try (WriteSide processes = WriteSide.withProcesses(log)) {
            assertThat(processes.beans()).isNotNull();
            assertThat(log.await(StockReallocated.class).order()).isEqualTo(order("o-1"));
        }
    }

    @Test
    void a_count_from_imported_history_moves_nobody() {
        receive(shop, MUG, BERLIN, 2);
        confirmed("o-1", 2);
        shop.commands.send(checkOut("o-2", line(1, MUG, 2, 500)));
        shop.commands.send(clear("o-2", NOW));

        shop.commands.send(
                new CountStock(TEAPOT, BERLIN, "past", 0, NOW), Map.of(Handling.ORIGIN, HistoryHandler.IMPORT));
        count(MUG, BERLIN, 0);

        assertThat(log.events())
                .filteredOn(OrderCancelled.class::isInstance)
                .extracting(e -> ((OrderCancelled) e).order())
                .containsExactly(order("o-2"));
    }

    private void confirmed(String id, int teapots) {
        shop.commands.send(checkOut(id, line(1, TEAPOT, teapots, 2000)));
        shop.commands.send(clear(id, NOW));
    }

    private void counted(int teapots) {
        before = log.events().size();
        count(BERLIN, teapots);
    }

    private void count(LocationId location, int teapots) {
        count(TEAPOT, location, teapots);
    }

    /** And waits until all shortages are closed. */
    private void count(Sku sku, LocationId location, int units) {
        int counted = log.events().size();
        shop.commands.send(new CountStock(sku, location, "night", units, NOW));
        try (WriteSide processes = WriteSide.withProcesses(log)) {
            assertThat(processes.beans()).isNotNull();
            long end = System.nanoTime() + 10_000_000_000L;
            while (log.eventsAfter(counted).stream().noneMatch(ShortageClosed.class::isInstance)
                    && log.eventsAfter(counted).stream().anyMatch(ItemFellShort.class::isInstance)) {
                assertThat(System.nanoTime()).as("the log is %s", log.events()).isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private static ReservationId promise(String id, int n) {
        return ReservationId.of(order(id), n);
    }

    private static Allocation teapots(String id, int n, LocationId location, int quantity) {
        return new Allocation(1, TEAPOT, location, promise(id, n), quantity);
    }
}
