package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.confirm;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.counted;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.notEnough;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.shipped;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfirmReservationTest {
    @Test
    void a_hold_becomes_an_allocation() {
        given(received(5), reserved(3, NOON)).when(confirm(3, at(1))).then(confirmed(3, at(1)));
    }

    @Test
    void an_allocation_does_not_end() {
        InventoryItem item = stateAfter(received(5), reserved(3, NOON), confirmed(3, at(1)));
        assertThat(item.sellable(at(600))).isEqualTo(2);
        assertThat(item.allocated()).isEqualTo(3);
    }

    @Test
    void confirming_again_changes_nothing_also_when_a_part_was_shipped() {
        given(received(5), reserved(3, NOON), confirmed(3, at(1)))
                .when(confirm(3, at(2)))
                .thenNothing();
        given(received(5), reserved(3, NOON), confirmed(3, at(1)), shipped(2, 3, 1, at(2)))
                .when(confirm(3, at(3)))
                .thenNothing();
    }

    @Test
    void an_ended_hold_is_replaced_by_free_units() {
        given(received(5), reserved(3, NOON)).when(confirm(3, at(20))).then(confirmed(3, at(20)));
        given(received(5), reserved(3, NOON), expired(3, QUARTER_PAST, at(16)))
                .when(confirm(3, at(20)))
                .then(confirmed(3, at(20)));
    }

    @Test
    void an_ended_hold_is_refused_when_its_units_are_gone() {
        given(received(5), reserved(3, NOON), reservedForOther(3, QUARTER_PAST))
                .when(confirm(3, at(20)))
                .thenRefused("inventory.not-enough-stock", notEnough(3, 2));
    }

    @Test
    void a_hold_keeps_its_promise_even_if_fewer_units_are_counted_since() {
        given(received(5), reserved(3, NOON), counted(-4, 1, at(1)))
                .when(confirm(3, at(2)))
                .then(confirmed(3, at(2)));
    }

    @Test
    void a_reservation_keeps_its_order_and_quantity() {
        given(received(5), reserved(3, NOON))
                .when(confirm(2, at(1)))
                .thenRefused(
                        "inventory.reservation-differs", new InventoryRefusal.ReservationDiffers(ITEM, RESERVATION));
    }

    @Test
    void at_least_one_unit_is_confirmed() {
        given(received(5)).when(confirm(0, NOON)).thenRefused("inventory.bad-quantity", badQuantity(0));
    }

    @Test
    void only_a_known_item_is_confirmed() {
        given().when(confirm(1, NOON)).thenRefused("inventory.unknown-item", unknownItem());
    }
}
