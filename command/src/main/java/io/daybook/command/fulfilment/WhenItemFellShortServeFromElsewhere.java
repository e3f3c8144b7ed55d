package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.dispatch.Lanes;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shortage is closed: the orders that came last give way, as few as hold the missing units.
 *
 * <table>
 * <caption>The process</caption>
 * <tr><td>{@code ItemFellShort}</td><td>{@code ServeFromElsewhere}, for one order after the other</td><td>compensation</td></tr>
 * <tr><td>the item is short no more</td><td>nothing</td><td>goods came, or a promise was given back</td></tr>
 * </table>
 *
 * <p>Who came last is read from the item as it stands now: holds before allocations, since those buyers were promised nothing for good;
 * then by the time of the allocation. A shortage that is still there afterwards has been told anew, with its new number. Commands and
 * token as in {@link WhenOrderPlacedLookForFraud}.
 */
@ProcessingGroup(WhenItemFellShortServeFromElsewhere.GROUP)
final class WhenItemFellShortServeFromElsewhere {
    /** Name of the processor, and of its token. */
    static final String GROUP = "shortages";

    private static final Logger LOG = LoggerFactory.getLogger(WhenItemFellShortServeFromElsewhere.class);

    private final StockBook book;
    private final Commands commands;
    private final Lanes lanes;
    private final Clock clock;

    WhenItemFellShortServeFromElsewhere(StockBook book, Commands commands, Lanes lanes, Clock clock) {
        this.book = book;
        this.commands = commands;
        this.lanes = lanes;
        this.clock = clock;
    }

    @EventHandler
    void on(ItemFellShort event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (Imported.is(origin)) {
            return;
        }
        CompletableFuture<Boolean> done = lanes.submit(event.aggregateId(), () -> close(event.item()));
        CurrentUnitOfWork.get().onPrepareCommit(batch -> done.join());
    }

    private boolean close(ItemId item) {
        Instant now = clock.instant();
        boolean changed = false;
        for (OrderId order : book.read(item).overPromised(now)) {
            changed |= giveWay(order, item, now);
        }
        return changed;
    }

    private boolean giveWay(OrderId order, ItemId item, Instant now) {
        try {
            return commands.send(new ServeFromElsewhere(order, item, now)).changed();
        } catch (Refused refused) {
            LOG.error("order {} needs a person, since {} has fallen short: {}", order, item, refused.getMessage());
            return false;
        }
    }
}
