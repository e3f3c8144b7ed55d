package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.ITEM;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.counted;
import static io.daybook.domain.inventory.StockFixtures.fellShort;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.reserved;

import io.daybook.domain.inventory.InventoryCommand.CountStock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountStockTest {
    @Test
    void a_count_says_what_the_book_was_wrong_by() {
        given(received(5)).when(count(3)).then(counted(-2, 3, at(1)));
        given(received(5)).when(count(9)).then(counted(4, 9, at(1)));
    }

    @Test
    void a_count_that_agrees_with_the_book_changes_nothing() {
        given(received(5)).when(count(5)).thenNothing();
        given(received(5), counted(-2, 3, NOON)).when(count(3)).thenNothing();
    }

    @Test
    void the_first_count_makes_an_item_known_even_if_the_shelf_is_empty() {
        given().when(count(4)).then(counted(4, 4, at(1)));
        given().when(count(0)).then(counted(0, 0, at(1)));
    }

    @Test
    void fewer_units_than_are_promised_may_be_counted() {
        given(received(5), reserved(5, NOON)).when(count(0)).then(counted(-5, 0, at(1)), fellShort(5, at(1)));
    }

    @Test
    void a_count_is_not_negative() {
        given(received(5)).when(count(-1)).thenRefused("inventory.bad-quantity", badCount(-1));
        given().when(count(1_000_000_001)).thenRefused("inventory.bad-quantity", badCount(1_000_000_001));
    }

    private static InventoryRefusal badCount(int counted) {
        return new InventoryRefusal.BadQuantity(ITEM, "counted", counted, "0 to 1000000000");
    }

    private static CountStock count(int counted) {
        return new CountStock(MUG, BERLIN, "night", counted, at(1));
    }
}
