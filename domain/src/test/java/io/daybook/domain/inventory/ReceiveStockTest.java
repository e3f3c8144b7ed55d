package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;

import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReceiveStockTest {
    @Test
    void the_first_delivery_makes_an_item_known() {
        given().when(receive(5, NOON)).then(received(5, 5, NOON));
    }

    @Test
    void a_delivery_adds_to_the_shelf() {
        given(received(5)).when(receive(3, at(1))).then(received(3, 8, at(1)));
    }

    @Test
    void a_note_may_arrive_in_parts_under_one_reference() {
        given(received(5)).when(receive(5, at(1))).then(received(5, 10, at(1)));
    }

    @Test
    void a_clock_that_is_behind_counts_as_that_of_the_last_decision() {
        given(received(5)).when(receive(3, at(-60))).then(received(3, 8, NOON));
    }

    @Test
    void nothing_less_than_a_unit_arrives() {
        given().when(receive(0, NOON)).thenRefused("inventory.bad-quantity", badQuantity(0));
        given().when(receive(-4, NOON)).thenRefused("inventory.bad-quantity", badQuantity(-4));
        given().when(receive(Integer.MAX_VALUE, NOON))
                .thenRefused("inventory.bad-quantity", badQuantity(Integer.MAX_VALUE));
    }

    @Test
    void a_shelf_has_its_bounds() {
        given(received(1))
                .when(receive(1_000_000_000, NOON))
                .thenRefused(
                        "inventory.bad-quantity",
                        new InventoryRefusal.TooMuchStock(ITEM, "quantity", 1_000_000_000, 1));
    }

    private static ReceiveStock receive(int quantity, Instant now) {
        return new ReceiveStock(MUG, BERLIN, "note 7", quantity, now);
    }
}
