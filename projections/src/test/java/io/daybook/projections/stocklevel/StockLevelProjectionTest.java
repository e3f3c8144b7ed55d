package io.daybook.projections.stocklevel;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.confirmed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reservation;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static io.daybook.projections.history.StoryFixtures.shipped;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.OrderId;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.joined.Hold;
import io.daybook.projections.joined.ItemStock;
import io.daybook.projections.joined.Shelves;
import io.daybook.query.inventory.StockLevel;
import io.daybook.query.inventory.StockLevel.At;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockLevelProjectionTest {
    private static final OrderId O1 = new OrderId("o1");

    private final StockLevelProjection projection = new StockLevelProjection();

    @Test
    void received_stock_lies_on_the_shelf() {
        assertThat(fold(received(KETTLE, NORTH, 5, 5), received(KETTLE, NORTH, 2, 7)))
                .isEqualTo(north(7, 0, Map.of()));
    }

    @Test
    void a_correction_or_a_count_says_what_is_there() {
        assertThat(fold(received(KETTLE, NORTH, 5, 5), new StockAdjusted(KETTLE, NORTH, -1, "broken", 4, minute(1))))
                .isEqualTo(north(4, 0, Map.of()));
        assertThat(fold(new StockCounted(KETTLE, NORTH, "night", 9, 9, minute(1))))
                .isEqualTo(north(9, 0, Map.of()));
    }

    @Test
    void a_reservation_is_a_hold_until_it_is_confirmed() {
        assertThat(fold(received(KETTLE, NORTH, 5, 5), reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1))))
                .isEqualTo(north(5, 0, Map.of("o1.1", new Hold(2, minute(15)))));
        assertThat(fold(
                        received(KETTLE, NORTH, 5, 5),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        confirmed(KETTLE, NORTH, "o1", 2, minute(2))))
                .isEqualTo(north(5, 2, Map.of()));
    }

    @Test
    void an_extended_hold_counts_until_its_new_end() {
        Shelves shelves = fold(
                received(KETTLE, NORTH, 2, 2),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                new ReservationExtended(KETTLE, NORTH, reservation("o1"), O1, 2, minute(30), minute(14)));

        assertThat(shelves).isEqualTo(north(2, 0, Map.of("o1.1", new Hold(2, minute(30)))));
        assertThat(shelves.sellableFrom()).isEqualTo(minute(30));
        assertThat(shelves.sellable(minute(29))).isZero();
    }

    @Test
    void what_is_given_back_is_promised_no_more() {
        assertThat(fold(
                        received(KETTLE, NORTH, 5, 5),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        new ReservationReleased(KETTLE, NORTH, reservation("o1"), O1, 2, 0, "cancelled", minute(3))))
                .isEqualTo(north(5, 0, Map.of()));
        assertThat(fold(
                        received(KETTLE, NORTH, 5, 5),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        new ReservationExpired(KETTLE, NORTH, reservation("o1"), O1, 2, minute(15), minute(15))))
                .isEqualTo(north(5, 0, Map.of()));
    }

    @Test
    void of_what_was_allocated_some_may_be_given_back_and_the_others_stay_promised() {
        assertThat(fold(
                        received(KETTLE, NORTH, 9, 9),
                        reserved(KETTLE, NORTH, "o1", 3, minute(15), minute(1)),
                        confirmed(KETTLE, NORTH, "o1", 3, minute(2)),
                        reserved(KETTLE, NORTH, "o2", 1, minute(17), minute(2)),
                        confirmed(KETTLE, NORTH, "o2", 1, 4, minute(2)),
                        new ReservationReleased(KETTLE, NORTH, reservation("o1"), O1, 1, 3, "too many", minute(3))))
                .isEqualTo(north(9, 3, Map.of()));
    }

    @Test
    void shipped_units_leave_the_shelf_and_returned_ones_come_back() {
        assertThat(fold(
                        received(KETTLE, NORTH, 5, 5),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        confirmed(KETTLE, NORTH, "o1", 2, minute(2)),
                        shipped(KETTLE, NORTH, "o1", 2, 3, 0, minute(3)),
                        new StockReturned(KETTLE, NORTH, O1, "r1", 1, 4, minute(4))))
                .isEqualTo(north(4, 0, Map.of()));
    }

    @Test
    void every_location_has_a_shelf_of_its_own_and_the_answer_adds_them_up() {
        Shelves shelves = fold(
                received(KETTLE, NORTH, 2, 2),
                received(KETTLE, SOUTH, 4, 4),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                reserved(KETTLE, SOUTH, "o2", 1, minute(20), minute(1)),
                confirmed(KETTLE, SOUTH, "o2", 1, minute(2)));

        assertThat(Levels.of("KETTLE-1", shelves, minute(14)))
                .isEqualTo(new StockLevel(
                        "KETTLE-1",
                        6,
                        1,
                        2,
                        3,
                        0,
                        List.of(new At("north", 2, 0, 2, 0, 0, minute(15)), new At("south", 4, 1, 0, 3, 0, null))));
        assertThat(Levels.of("KETTLE-1", shelves, minute(15)))
                .isEqualTo(new StockLevel(
                        "KETTLE-1",
                        6,
                        1,
                        0,
                        5,
                        0,
                        List.of(new At("north", 2, 0, 0, 2, 0, null), new At("south", 4, 1, 0, 3, 0, null))));
    }

    @Test
    void the_answer_names_no_moment_when_nothing_can_be_waited_for() {
        assertThat(Levels.of("KETTLE-1", fold(new StockCounted(KETTLE, NORTH, "night", 0, 0, minute(1))), minute(2)))
                .isEqualTo(new StockLevel("KETTLE-1", 0, 0, 0, 0, 0, List.of(new At("north", 0, 0, 0, 0, 0, null))));
    }

    @Test
    void a_shelf_that_holds_less_than_is_promised_says_what_is_missing_and_sells_nothing() {
        Shelves shelves = fold(
                received(KETTLE, NORTH, 5, 5),
                reserved(KETTLE, NORTH, "o1", 4, minute(15), minute(1)),
                confirmed(KETTLE, NORTH, "o1", 4, minute(2)),
                reserved(KETTLE, NORTH, "o2", 1, minute(17), minute(2)),
                new StockCounted(KETTLE, NORTH, "night", -3, 2, minute(3)),
                new ItemFellShort(KETTLE, NORTH, 3, minute(3)));

        assertThat(Levels.of("KETTLE-1", shelves, minute(4)))
                .isEqualTo(new StockLevel("KETTLE-1", 2, 4, 1, 0, 3, List.of(new At("north", 2, 4, 1, 0, 3, null))));
        assertThat(Levels.of("KETTLE-1", shelves, minute(17)))
                .isEqualTo(new StockLevel("KETTLE-1", 2, 4, 0, 0, 2, List.of(new At("north", 2, 4, 0, 0, 2, null))));
    }

    @Test
    void a_row_is_the_same_after_a_trip_through_json() {
        Shelves shelves = fold(
                received(KETTLE, NORTH, 5, 5),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                reserved(KETTLE, NORTH, "o2", 1, minute(15), minute(1)),
                confirmed(KETTLE, NORTH, "o2", 1, minute(2)));

        assertThat(RowJson.read(RowJson.write(shelves), Shelves.class)).isEqualTo(shelves);
    }

    private static Shelves north(int onHand, int allocated, Map<String, Hold> holds) {
        return new Shelves(Map.of("north", new ItemStock(onHand, allocated, holds)));
    }

    private Shelves fold(DomainEvent... events) {
        Shelves shelves = null;
        for (RecordedEvent event : Story.of(events)) {
            shelves = projection.fold(shelves, event);
        }
        return requireNonNull(shelves);
    }
}
