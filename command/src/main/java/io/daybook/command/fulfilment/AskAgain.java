package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes to the {@link PaymentDesk} what the provider has not answered for a while: because it did not answer, because a notice never
 * came, or because the process that had asked is gone. It does not matter when, or on how many nodes, this runs.
 *
 * <p>What waits for its buyer is looked at with {@link Patience}; all else each time.
 */
public final class AskAgain {
    private final DuePayments due;
    private final PaymentDesk desk;
    private final Patience patience;
    private final Duration after;
    private final Clock clock;

    AskAgain(DuePayments due, PaymentDesk desk, Patience patience, Duration after, Clock clock) {
        this.due = due;
        this.desk = desk;
        this.patience = patience;
        this.after = after;
        this.clock = clock;
    }

    /** Goes through all that is due once. */
    public void run() {
        Instant now = clock.instant();
        Set<OrderId> seen = new HashSet<>();
        Sweep.<OrderId>through((last, max) -> due.askedBefore(now.minus(after), last, max), order -> {
            seen.add(order);
            if (patience.isTurn(order, now)) {
                desk.attend(order);
            }
        });
        patience.keepOnly(seen);
    }
}
