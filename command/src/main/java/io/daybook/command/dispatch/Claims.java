package io.daybook.command.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;

/**
 * Who in this process decides about what. A name stands for a SKU with its product and all its stock, or for an order; it has one
 * holder at a time, a {@link Sitting}.
 *
 * <p>A sitting waits only before it begins, for all names it knows it needs, in the order of the alphabet: so no two wait for each
 * other. What it finds out to need on the way it takes if it is free; if not, the wish at hand is {@link Crowded} and comes back with
 * one more name. Nobody waits for an aggregate's lock, where Axon's wakes a hundred times a second to look whether it waits for ever.
 */
public final class Claims implements LockFactory {
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    private static final class Claim {
        private final Semaphore place = new Semaphore(1, true);
        private int members;
    }

    /** Of {@code SKU@location} the SKU; every other id is a name itself. */
    static String nameOf(String aggregateId) {
        int at = aggregateId.indexOf('@');
        return at < 0 ? aggregateId : aggregateId.substring(0, at);
    }

    /**
     * Waits for all names; goes on through interruptions, which are for whoever has called.
     *
     * @param until the {@link System#nanoTime()} at which to give up; then nothing is held
     */
    boolean takeAll(NavigableSet<String> names, long until) {
        boolean interrupted = false;
        try {
            for (String name : names) {
                Semaphore place = join(name).place;
                boolean came = place.tryAcquire();
                while (!came && until - System.nanoTime() > 0) {
                    try {
                        came = place.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                if (!came) {
                    quit(name);
                    leave(names.headSet(name));
                    return false;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean takeIfFree(String name) {
        if (join(name).place.tryAcquire()) {
            return true;
        }
        quit(name);
        return false;
    }

    void leave(Collection<String> names) {
        names.forEach(name -> claims.computeIfPresent(name, (same, claim) -> {
            claim.place.release();
            return --claim.members == 0 ? null : claim;
        }));
    }

    private Claim join(String name) {
        return claims.compute(name, (same, claim) -> {
            Claim joined = claim == null ? new Claim() : claim;
            joined.members++;
            return joined;
        });
    }

    private void quit(String name) {
        claims.computeIfPresent(name, (same, claim) -> --claim.members == 0 ? null : claim);
    }

    /** Names that somebody holds or waits for. */
    int size() {
        return claims.size();
    }

    /**
     * Called by Axon for every aggregate that a wish loads. The sitting holds what it has until it ends.
     *
     * @throws Crowded if another sitting decides about it just now
     */
    @Override
    public Lock obtainLock(String aggregateId) {
        Attempt attempt = Attempt.current()
                .orElseThrow(() -> new IllegalStateException(aggregateId + " is decided about outside any sitting"));
        attempt.sitting().hold(nameOf(aggregateId), attempt);
        return HELD;
    }

    private static final Lock HELD = new Lock() {
        @Override
        public void release() {
            // the sitting does, of everything at once
        }

        @Override
        public boolean isHeld() {
            return true;
        }
    };
}
