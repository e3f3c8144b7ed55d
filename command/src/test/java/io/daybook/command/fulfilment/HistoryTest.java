package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HistoryTest {
    private static final Instant INVOICED = NOW.plusSeconds(60);
    private static final ReservationId FIRST = ReservationId.of(order("536365"), 1);
    private static final OrderLine LINE = line(1, TEAPOT, 2, 2000);
    private static final Allocation ALLOCATION = new Allocation(1, TEAPOT, BERLIN, FIRST, 2);
    private static final RecordPastOrder INVOICE =
            new RecordPastOrder(order("536365"), ADA, null, List.of(LINE), List.of(), List.of(ALLOCATION), INVOICED);
    private static final ReturnedLine CREDIT = new ReturnedLine(1, TEAPOT, BERLIN, 1, euros(2000));

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private int before;

    @BeforeEach
    void open_the_stock() {
        receive(shop, TEAPOT, BERLIN, 5);
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_past_order_and_its_sales_are_one_append() {
        shop.commands.send(INVOICE);

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new OrderPlaced(order("536365"), ADA, null, List.of(LINE), List.of(), euros(4000), INVOICED),
                        new StockAllocated(order("536365"), List.of(ALLOCATION), INVOICED, INVOICED),
                        new OrderConfirmed(order("536365"), INVOICED),
                        new ItemsShipped(
                                order("536365"),
                                "536365",
                                List.of(new Parcel(1, TEAPOT, BERLIN, FIRST, 2)),
                                true,
                                INVOICED),
                        new OrderDelivered(order("536365"), INVOICED),
                        new StockShipped(TEAPOT, BERLIN, FIRST, order("536365"), 2, 3, 0, INVOICED));
        assertThat(log.appends()).last().isEqualTo(6);
    }

    @Test
    void every_event_of_history_says_that_it_was_imported_whatever_the_sender_says() {
        shop.commands.send(INVOICE);

        assertThat(log.messages().subList(before, log.messages().size()))
                .allSatisfy(message -> assertThat(message.getMetaData()).containsEntry("origin", "import"));
    }

    @Test
    void recording_it_twice_changes_nothing() {
        shop.commands.send(INVOICE);

        assertThat(shop.commands.send(INVOICE).changed()).isFalse();
        assertThat(log.eventsAfter(before)).hasSize(6);
    }

    @Test
    void a_past_return_puts_the_goods_back_onto_the_shelf() {
        RecordPastReturn note = new RecordPastReturn(order("C536379"), List.of(CREDIT), "credit note", INVOICED);

        shop.commands.send(note);

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new ItemsReturned(
                                order("C536379"), "C536379", List.of(CREDIT), euros(2000), "credit note", INVOICED),
                        new StockReturned(TEAPOT, BERLIN, order("C536379"), "C536379", 1, 6, INVOICED));
        assertThat(shop.commands.send(note).changed()).isFalse();
    }
}
