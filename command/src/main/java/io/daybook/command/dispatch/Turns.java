package io.daybook.command.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets wishes that want the same thing come one after the other, in the order they came. Waiting here costs nothing, while each
 * thread that waits for an aggregate's lock wakes a hundred times a second to look whether it waits for ever: some hundred buyers of
 * one SKU would keep a machine busy with that alone.
 *
 * <p>A wish takes one turn, that of whatever most others wait for. The rest of what it wants is covered by locks and conflicts, so
 * nobody holds one turn while waiting for another.
 */
final class Turns {
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Duration patience;

    /**
     * @param patience how long one waits at most
     */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Those who want one thing. */
    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int members;
    }

    /** Ends the turn when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for the turn.
     *
     * @throws Busy if it did not come in time, or the thread was interrupted
     */
    Turn take(Set<String> wanted) {
        String name = wanted.stream().max(Comparator.comparingInt(this::length)).orElseThrow();
        Line line = join(name);
        if (!came(line)) {
            leave(name);
            throw Busy.tooManyWant(name, patience);
        }
        return () -> {
            line.turn.release();
            leave(name);
        };
    }

    private boolean came(Line line) {
        try {
            return line.turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int length(String name) {
        Line line = lines.get(name);
        return line == null ? 0 : line.turn.getQueueLength() + 1;
    }

    private Line join(String name) {
        return lines.compute(name, (same, line) -> {
            Line joined = line == null ? new Line() : line;
            joined.members++;
            return joined;
        });
    }

    private void leave(String name) {
        lines.computeIfPresent(name, (same, line) -> --line.members == 0 ? null : line);
    }
}
