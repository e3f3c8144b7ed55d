package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.fulfilment.EndingHolds.Ending;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes holds longer whose end is near while their payment is pending: the bank has not decided, or the buyer is at the bank's form. By
 * how much follows from when they were to end, so it does not matter on how many nodes this runs; if it runs too late, the order ends as
 * if it had not run.
 */
public final class ExtendPendingHolds {
    private final EndingHolds ending;
    private final Commands commands;
    private final HoldProperties holds;
    private final Clock clock;

    ExtendPendingHolds(EndingHolds ending, Commands commands, HoldProperties holds, Clock clock) {
        this.ending = ending;
        this.commands = commands;
        this.holds = holds;
        this.clock = clock;
    }

    /** Goes through all that is near its end once. */
    public void run() {
        if (holds.extension().isPositive()) {
            Instant now = clock.instant();
            Sweep.<Ending>through(
                    (after, max) -> ending.endingBy(now.plus(holds.extendBefore()), after, max),
                    hold -> commands.send(
                            new ExtendHolds(hold.order(), hold.at().plus(holds.extension()), now)));
        }
    }
}
