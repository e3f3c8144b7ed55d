package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.ORDER;
import static io.daybook.domain.inventory.StockFixtures.OTHER_ORDER;
import static io.daybook.domain.inventory.StockFixtures.OTHER_RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.adjusted;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.confirm;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.counted;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.fellShort;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.notEnough;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.released;
import static io.daybook.domain.inventory.StockFixtures.reserveForOther;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.returned;
import static io.daybook.domain.inventory.StockFixtures.shipped;
import static io.daybook.domain.inventory.StockFixtures.shortageClosed;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryItem.FallenShort;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Five mugs came, four are promised for good, and then only one is there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortageTest {
    private static final InventoryEvent[] SHORT_BY_THREE = {
        received(5), reserved(4, NOON), confirmed(4, at(1)), counted(-4, 1, at(2)), fellShort(3, at(2))
    };

    @Test
    void the_latest_promises_make_it_short_a_hold_before_every_allocation() {
        InventoryItem item = stateAfter(
                received(5),
                reserved(2, NOON),
                confirmed(2, NOON),
                reservedForOther(3, at(1)),
                counted(-2, 3, at(2)),
                fellShort(2, at(2)));
        assertThat(item.overPromised(at(2))).containsExactly(OTHER_ORDER);
        assertThat(item.missingAt(at(2))).isEqualTo(2);

        InventoryItem allocated = InventoryItem.evolve(
                item, new ReservationConfirmed(MUG, BERLIN, OTHER_RESERVATION, OTHER_ORDER, 3, 5, at(3)));
        assertThat(allocated.overPromised(at(3))).containsExactly(OTHER_ORDER);

        InventoryItem empty = InventoryItem.evolve(allocated, adjusted(-3, 0, at(4)));
        assertThat(empty.overPromised(at(4))).containsExactly(OTHER_ORDER, ORDER);
    }

    @Test
    void as_few_promises_as_hold_the_missing_units_make_it_short_the_latest_first() {
        InventoryEvent other = new ReservationConfirmed(MUG, BERLIN, OTHER_RESERVATION, OTHER_ORDER, 3, 3, at(1));
        InventoryEvent first = new ReservationConfirmed(MUG, BERLIN, RESERVATION, ORDER, 2, 5, at(3));
        InventoryItem item = stateAfter(received(5), other, first, counted(-2, 3, at(4)), fellShort(2, at(4)));
        assertThat(item.overPromised(at(4))).containsExactly(ORDER);
        InventoryItem emptier = InventoryItem.evolve(item, adjusted(-1, 2, at(5)));
        assertThat(emptier.overPromised(at(5))).containsExactly(ORDER, OTHER_ORDER);

        InventoryEvent same = new ReservationConfirmed(MUG, BERLIN, RESERVATION, ORDER, 2, 5, at(1));
        assertThat(stateAfter(received(5), same, other, counted(-2, 3, at(4)), fellShort(2, at(4)))
                        .overPromised(at(4)))
                .containsExactly(OTHER_ORDER);
        assertThat(stateAfter(received(5), other, same, counted(-2, 3, at(4)), fellShort(2, at(4)))
                        .overPromised(at(4)))
                .containsExactly(OTHER_ORDER);
    }

    @Test
    void a_hold_that_has_ended_is_nobodys_promise() {
        InventoryItem item = stateAfter(
                received(5),
                confirmed(3, NOON),
                reservedForOther(2, at(1)),
                counted(-4, 1, at(2)),
                fellShort(4, at(2)));

        assertThat(item.overPromised(at(15))).containsExactly(OTHER_ORDER, ORDER);
        assertThat(item.overPromised(at(16))).containsExactly(ORDER);
    }

    @Test
    void nobody_is_promised_too_much_once_the_hold_has_ended() {
        InventoryItem item = stateAfter(received(3), reserved(2, NOON), counted(-2, 1, at(2)), fellShort(1, at(2)));
        assertThat(item.overPromised(QUARTER_PAST)).isEmpty();
    }

    @Test
    void a_count_below_what_is_promised_says_how_much_is_missing() {
        given(received(5), reserved(4, NOON), confirmed(4, at(1)))
                .when(new CountStock(MUG, BERLIN, "night", 1, at(2)))
                .then(counted(-4, 1, at(2)), fellShort(3, at(2)));
    }

    @Test
    void a_count_down_to_what_is_promised_is_no_shortage() {
        given(received(5), reserved(4, NOON), confirmed(4, at(1)))
                .when(new CountStock(MUG, BERLIN, "night", 4, at(2)))
                .then(counted(-1, 4, at(2)));
    }

    @Test
    void the_state_says_so_and_nothing_is_sold_meanwhile() {
        InventoryItem item = stateAfter(SHORT_BY_THREE);
        assertThat(item).isInstanceOf(FallenShort.class);
        assertThat(item.missing()).isEqualTo(3);
        assertThat(item.sellable(at(600))).isZero();
        given(SHORT_BY_THREE)
                .when(reserveForOther(1, at(3)))
                .thenRefused("inventory.not-enough-stock", notEnough(1, 0));
    }

    @Test
    void it_is_told_anew_when_it_grows_or_eases() {
        given(SHORT_BY_THREE)
                .when(new AdjustStock(MUG, BERLIN, -1, "broken", at(3)))
                .then(adjusted(-1, 0, at(3)), fellShort(4, at(3)));
        given(SHORT_BY_THREE)
                .when(new ReceiveStock(MUG, BERLIN, "note 7", 2, at(3)))
                .then(received(2, 3, at(3)), fellShort(1, at(3)));
    }

    @Test
    void goods_that_come_close_it() {
        given(SHORT_BY_THREE)
                .when(new ReceiveStock(MUG, BERLIN, "note 7", 3, at(3)))
                .then(received(3, 4, at(3)), shortageClosed(at(3)));
        given(SHORT_BY_THREE)
                .when(new ReturnStock(MUG, BERLIN, ORDER, "R-1", 3, at(3)))
                .then(returned("R-1", 3, 4, at(3)), shortageClosed(at(3)));
        given(SHORT_BY_THREE)
                .when(new CountStock(MUG, BERLIN, "night", 9, at(3)))
                .then(counted(8, 9, at(3)), shortageClosed(at(3)));
    }

    @Test
    void a_promise_that_is_given_back_closes_it() {
        given(SHORT_BY_THREE)
                .when(new ReleaseReservation(MUG, BERLIN, RESERVATION, "cancelled", at(3)))
                .then(released(4, at(3)), shortageClosed(at(3)));
    }

    @Test
    void what_is_there_is_shipped_and_the_rest_stays_missing() {
        given(SHORT_BY_THREE)
                .when(new ShipStock(MUG, BERLIN, RESERVATION, 1, at(3)))
                .then(shipped(1, 0, 3, at(3)));
        given(SHORT_BY_THREE)
                .when(new ShipStock(MUG, BERLIN, RESERVATION, 2, at(3)))
                .thenRefused("inventory.below-zero", new InventoryRefusal.BelowZero(new ItemId(MUG, BERLIN), 2, 1));
    }

    @Test
    void a_shortage_of_what_is_only_held_ends_with_the_hold() {
        InventoryEvent[] heldOnly = {received(5), reserved(5, NOON), adjusted(-2, 3, at(1)), fellShort(2, at(1))};
        assertThat(stateAfter(heldOnly).sellable(at(14))).isZero();
        assertThat(stateAfter(heldOnly).sellable(QUARTER_PAST)).isEqualTo(3);
        given(heldOnly)
                .when(new ExpireReservations(MUG, BERLIN, at(16)))
                .then(expired(5, QUARTER_PAST, at(16)), shortageClosed(at(16)));
        given(heldOnly).when(reserveForOther(3, at(16))).then(reservedForOther(3, at(16)), shortageClosed(at(16)));
    }

    @Test
    void a_hold_that_ends_frees_nothing_while_more_than_that_is_missing() {
        InventoryEvent[] past = {
            received(5),
            reserved(3, NOON),
            confirmed(3, at(1)),
            reservedForOther(2, at(1)),
            counted(-4, 1, at(2)),
            fellShort(4, at(2))
        };
        assertThat(stateAfter(past).sellable(at(60))).isZero();
        given(past)
                .when(new ReceiveStock(MUG, BERLIN, "note 7", 1, at(60)))
                .then(received(1, 2, at(60)), fellShort(1, at(60)));
    }

    @Test
    void a_hold_that_was_made_before_keeps_its_promise() {
        given(received(5), reserved(4, NOON), counted(-4, 1, at(2)), fellShort(3, at(2)))
                .when(confirm(4, at(3)))
                .then(confirmed(4, at(3)));
    }
}
