package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.counted;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.shipped;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShipStockTest {
    @Test
    void allocated_units_leave_the_shelf_also_in_parts() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON)).when(ship(2)).then(shipped(2, 3, 1, at(1)));
        given(received(5), reserved(3, NOON), confirmed(3, NOON), shipped(2, 3, 1, NOON))
                .when(ship(1))
                .then(shipped(1, 2, 0, at(1)));
    }

    @Test
    void shipping_takes_from_the_shelf_and_from_the_allocation_alike() {
        InventoryItem item = stateAfter(received(5), reserved(3, NOON), confirmed(3, NOON), shipped(2, 3, 1, at(1)));
        assertThat(item.onHand()).isEqualTo(3);
        assertThat(item.allocated()).isEqualTo(1);
        assertThat(item.sellable(at(1))).isEqualTo(2);
    }

    @Test
    void no_more_is_shipped_than_is_allocated() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON), shipped(2, 3, 1, NOON))
                .when(ship(2))
                .thenRefused("inventory.not-allocated", new InventoryRefusal.NotAllocated(ITEM, RESERVATION, 2, 1));
    }

    @Test
    void a_hold_alone_is_not_shipped() {
        given(received(5), reserved(3, NOON))
                .when(ship(3))
                .thenRefused("inventory.not-allocated", new InventoryRefusal.NotAllocated(ITEM, RESERVATION, 3, 0));
    }

    @Test
    void an_unknown_reservation_is_not_shipped() {
        given(received(5))
                .when(ship(1))
                .thenRefused(
                        "inventory.unknown-reservation", new InventoryRefusal.UnknownReservation(ITEM, RESERVATION));
    }

    @Test
    void a_shelf_that_was_counted_empty_ships_nothing() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON), counted(-4, 1, NOON))
                .when(ship(2))
                .thenRefused("inventory.below-zero", new InventoryRefusal.BelowZero(ITEM, 2, 1));
    }

    @Test
    void at_least_one_unit_is_shipped() {
        given(received(5)).when(ship(-1)).thenRefused("inventory.bad-quantity", badQuantity(-1));
    }

    @Test
    void only_a_known_item_is_shipped() {
        given().when(ship(1)).thenRefused("inventory.unknown-item", unknownItem());
    }

    private static ShipStock ship(int quantity) {
        return new ShipStock(MUG, BERLIN, RESERVATION, quantity, at(1));
    }
}
