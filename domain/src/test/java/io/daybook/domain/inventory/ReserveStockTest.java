package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.ORDER;
import static io.daybook.domain.inventory.StockFixtures.OTHER_ORDER;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.confirm;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.notEnough;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveForOther;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;

import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReserveStockTest {
    @Test
    void free_units_are_held_for_an_order() {
        given(received(5)).when(reserve(5, at(1))).then(reserved(5, at(1)));
    }

    @Test
    void the_last_unit_is_held_once() {
        given(received(1), reserved(1, at(1)))
                .when(reserveForOther(1, at(2)))
                .thenRefused("inventory.not-enough-stock", notEnough(1, 0));
    }

    @Test
    void a_hold_ends_on_the_very_moment_whether_or_not_anything_has_run() {
        given(received(1), reserved(1, NOON))
                .when(reserveForOther(1, QUARTER_PAST.minusNanos(1)))
                .thenRefused("inventory.not-enough-stock", notEnough(1, 0));
        given(received(1), reserved(1, NOON))
                .when(reserveForOther(1, QUARTER_PAST))
                .then(reservedForOther(1, QUARTER_PAST));
    }

    @Test
    void a_hold_that_was_counted_as_ended_stays_ended_for_a_clock_that_is_behind() {
        given(received(2), reserved(1, NOON), reservedForOther(2, QUARTER_PAST))
                .when(confirm(1, at(14)))
                .thenRefused("inventory.not-enough-stock", notEnough(1, 0));
    }

    @Test
    void allocated_units_are_never_free() {
        given(received(5), reserved(3, NOON), confirmed(3, NOON))
                .when(reserveForOther(3, at(600)))
                .thenRefused("inventory.not-enough-stock", notEnough(3, 2));
    }

    @Test
    void reserving_again_under_the_same_reservation_changes_nothing() {
        given(received(5), reserved(3, NOON)).when(reserve(3, at(1))).thenNothing();
        given(received(5), reserved(3, NOON), confirmed(3, at(1)))
                .when(reserve(3, at(2)))
                .thenNothing();
    }

    @Test
    void a_reservation_keeps_its_order_and_quantity() {
        InventoryRefusal differs = new InventoryRefusal.ReservationDiffers(ITEM, RESERVATION);
        given(received(5), reserved(3, NOON))
                .when(reserve(2, at(1)))
                .thenRefused("inventory.reservation-differs", differs);
        given(received(5), reserved(3, NOON))
                .when(new ReserveStock(MUG, BERLIN, RESERVATION, OTHER_ORDER, 3, QUARTER_PAST, at(1)))
                .thenRefused("inventory.reservation-differs", differs);
        given(received(5), reserved(3, NOON), confirmed(3, at(1)))
                .when(new ReserveStock(MUG, BERLIN, RESERVATION, OTHER_ORDER, 3, QUARTER_PAST, at(1)))
                .thenRefused("inventory.reservation-differs", differs);
    }

    @Test
    void an_ended_hold_is_tidied_away_before_it_is_made_anew() {
        given(received(5), reserved(3, NOON))
                .when(reserve(4, at(20)))
                .then(expired(3, QUARTER_PAST, at(20)), reserved(4, at(20)));
    }

    @Test
    void a_hold_that_ends_before_it_begins_is_none() {
        given(received(5, 5, at(20)))
                .when(reserve(1, NOON))
                .thenRefused(
                        "inventory.reservation-expired",
                        new InventoryRefusal.HoldInThePast(ITEM, RESERVATION, QUARTER_PAST, at(20)));
        given(received(5))
                .when(new ReserveStock(MUG, BERLIN, RESERVATION, ORDER, 1, NOON, NOON))
                .thenRefused(
                        "inventory.reservation-expired",
                        new InventoryRefusal.HoldInThePast(ITEM, RESERVATION, NOON, NOON));
    }

    @Test
    void at_least_one_unit_is_held() {
        given(received(5)).when(reserve(0, NOON)).thenRefused("inventory.bad-quantity", badQuantity(0));
    }

    @Test
    void only_a_known_item_is_reserved() {
        given().when(reserve(1, NOON)).thenRefused("inventory.unknown-item", unknownItem());
    }
}
