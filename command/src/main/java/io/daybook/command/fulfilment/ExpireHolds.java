package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tidies away holds that have ended. Availability counts them as free from the moment they end, so it does not matter when, or on how
 * many nodes, this runs.
 */
public final class ExpireHolds {
    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ExpireHolds.class);

    private final DueHolds due;
    private final Commands commands;
    private final Clock clock;

    ExpireHolds(DueHolds due, Commands commands, Clock clock) {
        this.due = due;
        this.commands = commands;
        this.clock = clock;
    }

    /** Goes on until nothing is due, or a whole page of what is said to be due turns out to be tidy. */
    public void run() {
        Instant now = clock.instant();
        List<ItemId> items = due.withHoldsEndedBy(now, PAGE);
        while (expire(items, now) && items.size() == PAGE) {
            items = due.withHoldsEndedBy(now, PAGE);
        }
    }

    private boolean expire(List<ItemId> items, Instant now) {
        boolean changed = false;
        for (ItemId item : items) {
            changed |= expire(item, now);
        }
        return changed;
    }

    private boolean expire(ItemId item, Instant now) {
        try {
            return commands.send(new ExpireReservations(item.sku(), item.location(), now))
                    .changed();
        } catch (Refused refused) {
            LOG.warn("holds of {} cannot be tidied away: {}", item, refused.getMessage());
            return false;
        }
    }
}
