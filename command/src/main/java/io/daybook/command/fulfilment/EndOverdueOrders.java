package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends orders whose payment or review did not come in time. Their stock is free for others from the moment its holds end, so it does
 * not matter when, or on how many nodes, this runs.
 */
public final class EndOverdueOrders {
    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(EndOverdueOrders.class);

    private final OverdueOrders overdue;
    private final Commands commands;
    private final Clock clock;

    EndOverdueOrders(OverdueOrders overdue, Commands commands, Clock clock) {
        this.overdue = overdue;
        this.commands = commands;
        this.clock = clock;
    }

    /** Goes on until nothing is overdue, or a whole page of what is said to be turns out not to be. */
    public void run() {
        Instant now = clock.instant();
        List<OrderId> orders = overdue.overdueBy(now, PAGE);
        while (end(orders, now) && orders.size() == PAGE) {
            orders = overdue.overdueBy(now, PAGE);
        }
    }

    private boolean end(List<OrderId> orders, Instant now) {
        boolean changed = false;
        for (OrderId order : orders) {
            changed |= end(order, now);
        }
        return changed;
    }

    private boolean end(OrderId order, Instant now) {
        try {
            return commands.send(new EndOverdue(order, now)).changed();
        } catch (Refused refused) {
            LOG.warn("order {} is not ended: {}", order, refused.getMessage());
            return false;
        }
    }
}
