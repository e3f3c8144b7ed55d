package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.confirm;
import static io.daybook.domain.inventory.StockFixtures.confirmed;
import static io.daybook.domain.inventory.StockFixtures.expired;
import static io.daybook.domain.inventory.StockFixtures.extend;
import static io.daybook.domain.inventory.StockFixtures.extended;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.notEnough;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserveForOther;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Three of five mugs are held from noon until a quarter past, and then until half past. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExtendReservationTest {
    private static final Instant HALF_PAST = at(30);

    @Test
    void a_hold_lasts_longer_and_its_units_stay_promised() {
        given(received(5), reserved(3, NOON)).when(extend(3, HALF_PAST, at(14))).then(extended(3, HALF_PAST, at(14)));
        InventoryItem item = stateAfter(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)));
        assertThat(item.sellable(at(29))).isEqualTo(2);
        assertThat(item.sellable(HALF_PAST)).isEqualTo(5);
        given(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)))
                .when(reserveForOther(3, at(20)))
                .thenRefused("inventory.not-enough-stock", notEnough(3, 2));
    }

    @Test
    void an_extended_hold_becomes_an_allocation_like_any_other() {
        given(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)))
                .when(confirm(3, at(29)))
                .then(confirmed(3, at(29)));
    }

    @Test
    void the_same_extension_again_changes_nothing() {
        given(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)))
                .when(extend(3, HALF_PAST, at(15)))
                .thenNothing();
    }

    @Test
    void a_hold_is_extended_once() {
        given(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)))
                .when(extend(3, at(45), at(29)))
                .thenRefused(
                        "inventory.already-extended",
                        new InventoryRefusal.AlreadyExtended(ITEM, RESERVATION, HALF_PAST));
        given(received(5), reserved(3, NOON), extended(3, HALF_PAST, at(14)))
                .when(extend(3, at(60), at(50)))
                .thenRefused(
                        "inventory.already-extended",
                        new InventoryRefusal.AlreadyExtended(ITEM, RESERVATION, HALF_PAST));
    }

    @Test
    void an_ended_hold_is_made_anew_of_free_units_whether_or_not_it_was_tidied_away() {
        given(received(5), reserved(3, NOON)).when(extend(3, HALF_PAST, at(20))).then(extended(3, HALF_PAST, at(20)));
        given(received(5), reserved(3, NOON), expired(3, QUARTER_PAST, at(16)))
                .when(extend(3, HALF_PAST, at(20)))
                .then(extended(3, HALF_PAST, at(20)));
    }

    @Test
    void an_ended_hold_is_refused_when_its_units_are_gone() {
        given(received(5), reserved(3, NOON), reservedForOther(3, QUARTER_PAST))
                .when(extend(3, HALF_PAST, at(20)))
                .thenRefused("inventory.not-enough-stock", notEnough(3, 2));
    }

    @Test
    void an_allocation_needs_no_extension() {
        given(received(5), reserved(3, NOON), confirmed(3, at(1)))
                .when(extend(3, HALF_PAST, at(2)))
                .thenNothing();
    }

    @Test
    void an_extension_ends_after_the_hold_and_after_now() {
        given(received(5), reserved(3, NOON))
                .when(extend(3, QUARTER_PAST, at(14)))
                .thenRefused(
                        "inventory.extension-not-longer",
                        new InventoryRefusal.NotLonger(ITEM, RESERVATION, QUARTER_PAST, QUARTER_PAST));
        given(received(5), reserved(3, NOON))
                .when(extend(3, at(16), at(17)))
                .thenRefused(
                        "inventory.reservation-expired",
                        new InventoryRefusal.HoldInThePast(ITEM, RESERVATION, at(16), at(17)));
    }

    @Test
    void a_reservation_keeps_its_order_and_quantity() {
        given(received(5), reserved(3, NOON))
                .when(extend(2, HALF_PAST, at(14)))
                .thenRefused(
                        "inventory.reservation-differs", new InventoryRefusal.ReservationDiffers(ITEM, RESERVATION));
    }

    @Test
    void only_some_units_of_a_known_item_are_held_longer() {
        given(received(5)).when(extend(0, HALF_PAST, NOON)).thenRefused("inventory.bad-quantity", badQuantity(0));
        given().when(extend(1, HALF_PAST, NOON)).thenRefused("inventory.unknown-item", unknownItem());
    }
}
