package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.ORDER;
import static io.daybook.domain.inventory.StockFixtures.RESERVATION;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.notEnough;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.reservedForOther;
import static io.daybook.domain.inventory.StockFixtures.shipped;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordPastSaleTest {
    @Test
    void units_sold_long_ago_leave_the_shelf_without_a_promise() {
        given(received(5)).when(sold(2)).then(shipped(2, 3, 0, at(1)));
        assertThat(stateAfter(received(5), shipped(2, 3, 0, at(1))).sellable(at(1)))
                .isEqualTo(3);
    }

    @Test
    void history_cannot_sell_more_than_was_there() {
        given(received(5))
                .when(sold(6))
                .thenRefused("inventory.below-zero", new InventoryRefusal.BelowZero(ITEM, 6, 5));
    }

    @Test
    void history_breaks_no_promise_of_today() {
        given(received(5), reservedForOther(4, NOON))
                .when(sold(2))
                .thenRefused("inventory.not-enough-stock", notEnough(2, 1));
    }

    @Test
    void a_living_reservation_is_no_past_sale() {
        given(received(5), reserved(2, NOON))
                .when(sold(2))
                .thenRefused(
                        "inventory.reservation-differs", new InventoryRefusal.ReservationDiffers(ITEM, RESERVATION));
    }

    @Test
    void at_least_one_unit_was_sold() {
        given(received(5)).when(sold(0)).thenRefused("inventory.bad-quantity", badQuantity(0));
    }

    @Test
    void only_a_known_item_has_a_past() {
        given().when(sold(1)).thenRefused("inventory.unknown-item", unknownItem());
    }

    private static RecordPastSale sold(int quantity) {
        return new RecordPastSale(MUG, BERLIN, RESERVATION, ORDER, quantity, at(1));
    }
}
