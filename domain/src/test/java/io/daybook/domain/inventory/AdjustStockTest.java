package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.QUARTER_PAST;
import static io.daybook.domain.inventory.StockFixtures.adjusted;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.fellShort;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;
import static io.daybook.domain.inventory.StockFixtures.stateAfter;
import static io.daybook.domain.inventory.StockFixtures.unknownItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdjustStockTest {
    @Test
    void broken_units_leave_the_shelf() {
        given(received(5)).when(adjust(-2)).then(adjusted(-2, 3, at(1)));
    }

    @Test
    void found_units_come_onto_the_shelf() {
        given(received(5)).when(adjust(2)).then(adjusted(2, 7, at(1)));
    }

    @Test
    void promised_units_may_break_too_and_then_nothing_is_free() {
        given(received(5), reserved(5, NOON)).when(adjust(-2)).then(adjusted(-2, 3, at(1)), fellShort(2, at(1)));
        InventoryItem item = stateAfter(received(5), reserved(5, NOON), adjusted(-2, 3, at(1)));
        assertThat(item.sellable(at(1))).isZero();
        assertThat(item.sellable(QUARTER_PAST)).isEqualTo(3);
    }

    @Test
    void a_shelf_never_falls_below_zero() {
        given(received(5)).when(adjust(-5)).then(adjusted(-5, 0, at(1)));
        given(received(5))
                .when(adjust(-6))
                .thenRefused("inventory.below-zero", new InventoryRefusal.BelowZero(ITEM, 6, 5));
    }

    @Test
    void an_adjustment_changes_something_within_bounds() {
        given(received(5)).when(adjust(0)).thenRefused("inventory.bad-quantity", badDelta(0));
        given(received(5))
                .when(adjust(Integer.MIN_VALUE))
                .thenRefused("inventory.bad-quantity", badDelta(Integer.MIN_VALUE));
        given(received(5))
                .when(adjust(1_000_000_000))
                .thenRefused(
                        "inventory.bad-quantity", new InventoryRefusal.TooMuchStock(ITEM, "delta", 1_000_000_000, 5));
    }

    @Test
    void only_a_known_item_is_adjusted() {
        given().when(adjust(1)).thenRefused("inventory.unknown-item", unknownItem());
    }

    private static InventoryRefusal badDelta(int delta) {
        return new InventoryRefusal.BadQuantity(ITEM, "delta", delta, "-1000000000 to 1000000000 and not 0");
    }

    private static AdjustStock adjust(int delta) {
        return new AdjustStock(MUG, BERLIN, delta, "broken", at(1));
    }
}
