package io.daybook.projections.audit;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.confirmed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reservation;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static io.daybook.projections.history.StoryFixtures.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.OrderId;
import io.daybook.projections.history.Interleavings;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.joined.Shelves;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ItemAccountTest {
    @Property(tries = 200, seed = "4711")
    void two_bookkeepers_who_do_not_know_each_other_agree_after_every_event(@ForAll long lives) {
        for (List<RecordedEvent> life : Interleavings.lives(lives)) {
            ItemAccount account = new ItemAccount();
            Shelves shelves = Shelves.EMPTY;
            for (RecordedEvent recorded : life) {
                if (recorded.event() instanceof InventoryEvent event) {
                    shelves = shelves.after(event);
                    assertThat(account.hear(recorded, event)).isEmpty();
                    assertThat(shelves.at().get(event.location().value())).isEqualTo(account.expected());
                }
            }
        }
    }

    @Test
    void units_that_are_promised_twice_are_noticed() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 2, 2),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        reserved(KETTLE, NORTH, "o2", 1, minute(16), minute(2))))
                .containsExactly("promises 1 units that are not there");
    }

    @Test
    void a_hold_that_has_ended_does_not_count() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 2, 2),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        reserved(KETTLE, NORTH, "o2", 2, minute(30), minute(15))))
                .isEmpty();
    }

    @Test
    void figures_that_do_not_add_up_are_told_once() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 5, 5),
                        confirmed(KETTLE, NORTH, "o1", 2, 3, minute(1)),
                        shipped(KETTLE, NORTH, "o1", 2, 4, 1, minute(2)),
                        received(KETTLE, NORTH, 1, 5)))
                .containsExactly(
                        "tells 3 allocated; it should be 2",
                        "tells 4 on hand; it should be 3",
                        "is decided before " + minute(2));
    }

    @Test
    void more_is_not_shipped_than_was_allocated() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 5, 5),
                        confirmed(KETTLE, NORTH, "o1", 2, minute(1)),
                        shipped(KETTLE, NORTH, "o1", 3, 2, 0, minute(2))))
                .containsExactly("ships more than was allocated: 2");
    }

    @Test
    void of_what_was_allocated_some_may_be_given_back_but_not_more_than_is_left() {
        DomainEvent[] oneOfThree = {
            received(KETTLE, NORTH, 5, 5), confirmed(KETTLE, NORTH, "o1", 3, minute(1)), givenBack("o1", 1, 2)
        };
        assertThat(wrong(oneOfThree)).isEmpty();
        assertThat(wrong(oneOfThree[0], oneOfThree[1], oneOfThree[2], givenBack("o1", 2, 0)))
                .isEmpty();
        assertThat(wrong(oneOfThree[0], oneOfThree[1], oneOfThree[2], givenBack("o1", 3, 0)))
                .containsExactly("gives back more than was allocated: 2");
        assertThat(wrong(oneOfThree[0], oneOfThree[1], givenBack("o1", 1, 0)))
                .containsExactly("tells 0 allocated; it should be 2");
    }

    @Test
    void a_hold_that_is_given_back_does_not_count() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 2, 2),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        givenBack("o1", 2, 0),
                        reserved(KETTLE, NORTH, "o2", 2, minute(17), minute(3))))
                .isEmpty();
    }

    private static DomainEvent givenBack(String order, int units, int stillAllocated) {
        return new ReservationReleased(
                KETTLE, NORTH, reservation(order), new OrderId(order), units, stillAllocated, "too many", minute(2));
    }

    @Test
    void a_hold_is_not_tidied_away_before_its_time() {
        assertThat(wrong(
                        received(KETTLE, NORTH, 5, 5),
                        reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(1)),
                        new ReservationExpired(
                                KETTLE, NORTH, reservation("o1"), new OrderId("o1"), 2, minute(15), minute(14))))
                .containsExactly("ends a hold before its time");
    }

    @Test
    void a_shortage_is_told_at_once_and_rightly() {
        DomainEvent[] short3 = {
            received(KETTLE, NORTH, 5, 5),
            confirmed(KETTLE, NORTH, "o1", 4, minute(1)),
            new StockAdjusted(KETTLE, NORTH, -4, "broken", 1, minute(2))
        };
        assertThat(wrong(short3[0], short3[1], short3[2], new ItemFellShort(KETTLE, NORTH, 3, minute(2))))
                .isEmpty();
        assertThat(wrong(short3[0], short3[1], short3[2], new ItemFellShort(KETTLE, NORTH, 2, minute(2))))
                .containsExactly("tells 2 missing units; it should be 3", "promises 1 units that are not there");
        assertThat(wrong(short3[0], short3[1], short3[2], shipped(KETTLE, NORTH, "o1", 1, 0, 3, minute(3))))
                .containsExactly("was not told that 3 units are missing since the correction before");
        assertThat(wrong(short3)).containsExactly("was not told that 3 units are missing since the correction before");
        assertThat(wrong(
                        short3[0],
                        short3[1],
                        short3[2],
                        new ItemFellShort(KETTLE, NORTH, 3, minute(2)),
                        new ShortageClosed(KETTLE, NORTH, minute(3))))
                .containsExactly("closes a shortage while 3 units are missing", "promises 3 units that are not there");
    }

    @Test
    void an_event_that_is_missing_is_noticed() {
        List<RecordedEvent> told = Story.of(received(KETTLE, NORTH, 5, 5), received(KETTLE, NORTH, 5, 10));
        ItemAccount account = new ItemAccount();
        assertThat(account.hear(told.getLast(), (InventoryEvent) told.getLast().event()))
                .containsExactly("follows on sequence -1", "tells 10 on hand; it should be 5");
    }

    private static List<String> wrong(DomainEvent... events) {
        ItemAccount account = new ItemAccount();
        List<String> wrong = new ArrayList<>();
        for (RecordedEvent recorded : Story.of(events)) {
            wrong.addAll(account.hear(recorded, (InventoryEvent) recorded.event()));
        }
        wrong.addAll(account.unsaid());
        return wrong;
    }
}
