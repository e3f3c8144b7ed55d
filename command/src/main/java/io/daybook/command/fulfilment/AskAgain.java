package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes to the {@link PaymentDesk} what the provider has not answered for a while: because it did not answer, because a notice never
 * came, or because the process that had asked is gone. It does not matter when, or on how many nodes, this runs.
 */
public final class AskAgain {
    private static final int PAGE = 500;

    private final DuePayments due;
    private final PaymentDesk desk;
    private final Duration after;
    private final Clock clock;

    AskAgain(DuePayments due, PaymentDesk desk, Duration after, Clock clock) {
        this.due = due;
        this.desk = desk;
        this.after = after;
        this.clock = clock;
    }

    /** Goes through all that is due once. */
    public void run() {
        Instant before = clock.instant().minus(after);
        List<OrderId> orders = due.askedBefore(before, null, PAGE);
        while (!orders.isEmpty()) {
            orders.forEach(desk::attend);
            orders = orders.size() < PAGE ? List.of() : due.askedBefore(before, orders.getLast(), PAGE);
        }
    }
}
