package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.ORDER;
import static io.daybook.domain.inventory.StockFixtures.OTHER_ORDER;
import static io.daybook.domain.inventory.StockFixtures.at;
import static io.daybook.domain.inventory.StockFixtures.badQuantity;
import static io.daybook.domain.inventory.StockFixtures.given;
import static io.daybook.domain.inventory.StockFixtures.received;
import static io.daybook.domain.inventory.StockFixtures.returned;

import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.kernel.Story;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnStockTest {
    @Test
    void units_come_back_onto_the_shelf() {
        given(received(5)).when(takeBack("R-1", 2)).then(returned("R-1", 2, 7, at(1)));
    }

    @Test
    void a_return_to_a_new_place_makes_the_item_known() {
        given().when(takeBack("R-1", 2)).then(returned("R-1", 2, 2, at(1)));
    }

    @Test
    void the_same_return_again_changes_nothing() {
        given(received(5), returned("R-1", 2, 7, NOON)).when(takeBack("R-1", 2)).thenNothing();
    }

    @Test
    void returns_of_two_orders_may_share_a_name() {
        given(received(5), returned("R-1", 2, 7, NOON))
                .when(new ReturnStock(MUG, BERLIN, OTHER_ORDER, "R-1", 2, at(1)))
                .then(new StockReturned(MUG, BERLIN, OTHER_ORDER, "R-1", 2, 9, at(1)));
    }

    @Test
    void the_last_hundred_returns_are_remembered() {
        Story<InventoryCommand, InventoryItem, InventoryEvent> story = given(IntStream.rangeClosed(1, 101)
                .mapToObj(n -> returned("R-" + n, 1, n, NOON))
                .toArray(InventoryEvent[]::new));
        story.when(takeBack("R-2", 1)).thenNothing();
        story.when(takeBack("R-1", 1)).then(returned("R-1", 1, 102, at(1)));
    }

    @Test
    void at_least_one_unit_comes_back() {
        given(received(5)).when(takeBack("R-1", 0)).thenRefused("inventory.bad-quantity", badQuantity(0));
    }

    private static ReturnStock takeBack(String returnId, int quantity) {
        return new ReturnStock(MUG, BERLIN, ORDER, returnId, quantity, at(1));
    }
}
