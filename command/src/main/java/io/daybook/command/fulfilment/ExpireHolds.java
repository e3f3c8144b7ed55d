package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.ItemId;
import java.time.Clock;
import java.time.Instant;

/**
 * Tidies away holds that have ended. Availability counts them as free from the moment they end, so it does not matter when, or on how
 * many nodes, this runs.
 */
public final class ExpireHolds {
    private final DueHolds due;
    private final Commands commands;
    private final Clock clock;

    ExpireHolds(DueHolds due, Commands commands, Clock clock) {
        this.due = due;
        this.commands = commands;
        this.clock = clock;
    }

    /** Goes through all that is due once. */
    public void run() {
        Instant now = clock.instant();
        Sweep.<ItemId>through(
                (after, max) -> due.withHoldsEndedBy(now, after, max),
                item -> commands.send(new ExpireReservations(item.sku(), item.location(), now)));
    }
}
