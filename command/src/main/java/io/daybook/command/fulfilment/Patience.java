package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When to look again at payments that wait for their buyer, or for a bank that takes its time: after twice as long each time, up to a
 * bound. A notice from the provider is not kept waiting by this. Each process has a patience of its own, and a new one begins anew.
 */
final class Patience {
    private final Duration first;
    private final Duration most;
    private final Map<OrderId, Wait> waits = new ConcurrentHashMap<>();

    private record Wait(Instant until, Duration length) {}

    /** @param most never longer than this; if below {@code first}, that */
    Patience(Duration first, Duration most) {
        this.first = first;
        this.most = most.compareTo(first) < 0 ? first : most;
    }

    boolean isTurn(OrderId order, Instant now) {
        @Nullable Wait wait = waits.get(order);
        return wait == null || !now.isBefore(wait.until);
    }

    /** It was looked at, and goes on to wait. */
    void waits(OrderId order, Instant now) {
        waits.compute(order, (same, before) -> {
            if (before != null && now.isBefore(before.until)) {
                return before;
            }
            Duration next = before == null ? first : before.length.multipliedBy(2);
            Duration length = next.compareTo(most) > 0 ? most : next;
            return new Wait(now.plus(length), length);
        });
    }

    /** Something happened. */
    void ends(OrderId order) {
        waits.remove(order);
    }

    /** All others are not due any more. */
    void keepOnly(Set<OrderId> due) {
        waits.keySet().retainAll(due);
    }
}
