package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippingTest {
    private static final ReservationId FIRST = ReservationId.of(order("o-1"), 1);
    private static final ReservationId SECOND = ReservationId.of(order("o-1"), 2);

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private int before;

    @BeforeEach
    void a_confirmed_order_of_two_lines_of_teapots() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 5);
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000), line(2, TEAPOT, 1, 2000)));
        shop.commands.send(clear("o-1", NOW));
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_part_and_then_the_rest_are_shipped_and_leave_the_shelf() {
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-2", List.of(), NOW));
        shop.commands.send(new DeliverOrder(order("o-1"), NOW));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new ItemsShipped(
                                order("o-1"), "s-1", List.of(new Parcel(1, TEAPOT, BERLIN, FIRST, 1)), false, NOW),
                        new StockShipped(TEAPOT, BERLIN, FIRST, order("o-1"), 1, 4, 2, NOW),
                        new ItemsShipped(
                                order("o-1"),
                                "s-2",
                                List.of(
                                        new Parcel(1, TEAPOT, BERLIN, FIRST, 1),
                                        new Parcel(2, TEAPOT, BERLIN, SECOND, 1)),
                                true,
                                NOW),
                        new StockShipped(TEAPOT, BERLIN, FIRST, order("o-1"), 1, 3, 1, NOW),
                        new StockShipped(TEAPOT, BERLIN, SECOND, order("o-1"), 1, 2, 0, NOW),
                        new OrderDelivered(order("o-1"), NOW));
    }

    @Test
    void two_lines_that_come_back_to_one_shelf_are_one_return_there() {
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        before = log.events().size();

        ReturnItems wish = new ReturnItems(
                order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 2), new Pick(2, TEAPOT, 1)), "broken", NOW);
        shop.commands.send(wish);
        shop.commands.send(wish);

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new ItemsReturned(
                                order("o-1"),
                                "r-1",
                                List.of(
                                        new ReturnedLine(1, TEAPOT, BERLIN, 2, euros(4000)),
                                        new ReturnedLine(2, TEAPOT, BERLIN, 1, euros(2000))),
                                euros(6000),
                                "broken",
                                NOW),
                        new StockReturned(TEAPOT, BERLIN, order("o-1"), "r-1", 3, 5, NOW));
    }

    @Test
    void more_than_is_left_to_ship_is_refused_and_appends_nothing() {
        assertThat(refusal(() -> shop.commands.send(
                                new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 9)), NOW)))
                        .refusal()
                        .code())
                .isEqualTo("order.over-shipped");
        assertThat(log.eventsAfter(before)).isEmpty();
    }
}
