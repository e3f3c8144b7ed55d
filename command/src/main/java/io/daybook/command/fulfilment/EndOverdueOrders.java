package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import java.time.Clock;
import java.time.Instant;

/**
 * Ends orders whose payment or review did not come in time. Their stock is free for others from the moment its holds end, so it does
 * not matter when, or on how many nodes, this runs.
 */
public final class EndOverdueOrders {
    private final OverdueOrders overdue;
    private final Commands commands;
    private final Clock clock;

    EndOverdueOrders(OverdueOrders overdue, Commands commands, Clock clock) {
        this.overdue = overdue;
        this.commands = commands;
        this.clock = clock;
    }

    /** Goes through all that is overdue once. */
    public void run() {
        Instant now = clock.instant();
        Sweep.<OrderId>through(
                (after, max) -> overdue.overdueBy(now, after, max), order -> commands.send(new EndOverdue(order, now)));
    }
}
