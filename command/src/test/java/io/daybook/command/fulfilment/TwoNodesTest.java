package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.payment.SmallBank.RICH;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a node remembers, and others have moved on from, is no ground to decide on, not even where nothing is appended to it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoNodesTest {
    private final SharedLog log = new SharedLog();
    private final WriteSide here = WriteSide.withProvider(log, new SmallBank(), new MovingClock(), false);
    private final WriteSide there = WriteSide.withProvider(log, new SmallBank(), new MovingClock(), false);

    @BeforeEach
    void an_order_that_this_node_placed_and_the_other_has_seen_paid() {
        openShop(here);
        receive(here, TEAPOT, BERLIN, 5);
        here.commands.send(prepaid("o-1", RICH, line(1, TEAPOT, 1, 2000)));
        there.commands.send(clear("o-1", NOW));
        there.commands.send(new RecordAuthorisation(order("o-1"), 1, "auth-1", euros(2000), true, NOW));
        assertThat(log.events()).contains(new OrderConfirmed(order("o-1"), NOW));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void a_shipment_takes_money_that_another_node_has_seen_set_aside() {
        here.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));

        assertThat(log.events()).hasAtLeastOneElementOfType(CaptureRequested.class);
    }

    @Test
    void a_cancelled_order_gives_back_stock_that_another_node_has_promised_it() {
        here.commands.send(new CancelOrder(order("o-1"), "changed my mind", NOW));
        there.commands.send(prepaid("o-2", RICH, line(1, TEAPOT, 2, 2000)));

        here.commands.send(new CancelOrder(order("o-2"), "changed my mind", NOW));

        assertThat(log.events().stream()
                        .filter(ReservationReleased.class::isInstance)
                        .map(event -> ((ReservationReleased) event).reservation()))
                .containsExactly(ReservationId.of(order("o-1"), 1), ReservationId.of(order("o-2"), 1));
    }
}
