package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.dispatch.Lanes;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until there are payments, an order that has its stock is confirmed.
 *
 * <table>
 * <caption>The process</caption>
 * <tr><td>{@code StockAllocated}</td><td>{@code ConfirmOrder}</td><td>happy path</td></tr>
 * <tr><td>the order was cancelled meanwhile</td><td>nothing</td><td>the refusal is the outcome</td></tr>
 * </table>
 *
 * <p>The command runs on a thread of its own, in a unit of work of its own, and is awaited before the processor's token commits; after
 * a crash between both it is sent again, and an order that is confirmed already stays so. Whatever else fails stops the batch, which is
 * then tried again.
 */
@ProcessingGroup(WhenStockAllocatedConfirmOrder.GROUP)
final class WhenStockAllocatedConfirmOrder {
    /** Name of the processor, and of its token. */
    static final String GROUP = "fulfilment";

    private static final Logger LOG = LoggerFactory.getLogger(WhenStockAllocatedConfirmOrder.class);

    private final Commands commands;
    private final Lanes lanes;
    private final Clock clock;

    WhenStockAllocatedConfirmOrder(Commands commands, Lanes lanes, Clock clock) {
        this.commands = commands;
        this.lanes = lanes;
        this.clock = clock;
    }

    @EventHandler
    void on(StockAllocated event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (HistoryHandler.IMPORT.equals(origin)) {
            return;
        }
        CompletableFuture<Boolean> confirmed =
                lanes.submit(event.aggregateId(), () -> confirm(new ConfirmOrder(event.order(), clock.instant())));
        CurrentUnitOfWork.get().onPrepareCommit(batch -> confirmed.join());
    }

    private boolean confirm(ConfirmOrder command) {
        try {
            return commands.send(command).changed();
        } catch (Refused refused) {
            LOG.info("order {} is not confirmed: {}", command.order(), refused.getMessage());
            return false;
        }
    }
}
