package io.daybook.command.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Wishes that want the same thing wait in one line. Whoever finds nobody leading it takes all that wait, up to a bound, and has them
 * decided together; then the next one in line leads. A lone wish leads itself and waits for nobody. Lines exist while somebody stands
 * in them.
 */
final class WaitingLines {
    private static final int MOST_AT_ONCE = 64;
    private static final long SHORTEST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Consumer<List<Wish>> sitting;

    /** @param sitting gives each wish a verdict */
    WaitingLines(Consumer<List<Wish>> sitting) {
        this.sitting = sitting;
    }

    private static final class Line {
        private final Deque<Wish> waiting = new ConcurrentLinkedDeque<>();
        private final AtomicBoolean led = new AtomicBoolean();
        private final AtomicInteger members = new AtomicInteger();
    }

    /**
     * Returns once the wish is answered.
     *
     * @throws Busy if the sender's patience ended, or the thread was interrupted, before the wish was taken
     */
    void stand(Wish wish) {
        boolean interrupted = false;
        try {
            while (!wish.isAnswered()) {
                String name = longest(wish.names());
                Line line = join(name);
                try {
                    wish.stand();
                    line.waiting.add(wish);
                    interrupted |= serve(line, wish);
                } finally {
                    leave(name);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return whether the thread was interrupted meanwhile */
    private boolean serve(Line line, Wish wish) {
        boolean interrupted = false;
        while (wish.isWaiting() || wish.isTaken()) {
            interrupted |= Thread.interrupted();
            if (wish.isWaiting() && (interrupted || wish.isLate())) {
                giveUp(line, wish, interrupted);
            } else if (line.led.compareAndSet(false, true)) {
                lead(line, wish);
            } else if (wish.isWaiting()) {
                LockSupport.parkNanos(this, Math.max(1, wish.until() - System.nanoTime()));
            } else {
                LockSupport.park(this);
            }
        }
        return interrupted;
    }

    private void giveUp(Line line, Wish wish, boolean interrupted) {
        if (wish.giveUp()) {
            line.waiting.remove(wish);
            if (!line.led.get()) {
                wakeFirst(line);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw wish.tooLate();
        }
    }

    private void lead(Line line, Wish own) {
        List<Wish> told = List.of();
        try {
            // another's sitting may have had this one along in the meantime
            if (own.isWaiting()) {
                List<Wish> together = next(line);
                told = together;
                try {
                    sitting.accept(together);
                } finally {
                    together.forEach(Wish::failUnlessRuled);
                }
                told = keepPlaces(line, together);
            }
        } finally {
            line.led.set(false);
            wakeFirst(line);
            told.forEach(Wish::tell);
        }
    }

    private static List<Wish> next(Line line) {
        List<Wish> together = new ArrayList<>();
        for (Wish wish = line.waiting.peek();
                wish != null && together.size() < MOST_AT_ONCE && (together.isEmpty() || !wish.isAlone());
                wish = line.waiting.peek()) {
            line.waiting.remove(wish);
            if (wish.take()) {
                together.add(wish);
                if (wish.isAlone()) {
                    break;
                }
            }
        }
        return together;
    }

    /**
     * Those that are to be decided again stand in front, as they stood. After a conflict the line rests for a moment; those with an
     * answer do not wait for that.
     *
     * @return those still to be told
     */
    private List<Wish> keepPlaces(Line line, List<Wish> together) {
        int conflicts = 0;
        List<Wish> others = new ArrayList<>(together.size());
        for (Wish wish : together.reversed()) {
            if (wish.verdict() instanceof Wish.Verdict.Again again) {
                conflicts = again.because() == null ? conflicts : Math.max(conflicts, wish.conflicts());
                line.waiting.addFirst(wish);
                wish.tell();
            } else {
                others.addFirst(wish);
            }
        }
        if (conflicts == 0) {
            return others;
        }
        others.forEach(Wish::tell);
        pause(conflicts);
        return List.of();
    }

    /** Random, so that those who met once do not meet again; longer each time. */
    private void pause(int tried) {
        long most = Math.min(LONGEST_PAUSE_NANOS, SHORTEST_PAUSE_NANOS << tried);
        LockSupport.parkNanos(this, ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, most));
    }

    private static void wakeFirst(Line line) {
        Wish first = line.waiting.peek();
        while (first != null && first.hasGivenUp()) {
            line.waiting.remove(first);
            first = line.waiting.peek();
        }
        if (first != null) {
            first.wake();
        }
    }

    private String longest(Set<String> names) {
        return names.size() == 1
                ? names.iterator().next()
                : names.stream().max(Comparator.comparingInt(this::length)).orElseThrow();
    }

    private int length(String name) {
        Line line = lines.get(name);
        return line == null ? 0 : line.members.get();
    }

    private Line join(String name) {
        return lines.compute(name, (same, line) -> {
            Line joined = line == null ? new Line() : line;
            joined.members.incrementAndGet();
            return joined;
        });
    }

    private void leave(String name) {
        lines.computeIfPresent(name, (same, line) -> line.members.decrementAndGet() == 0 ? null : line);
    }

    /** Lines that somebody stands in. */
    int size() {
        return lines.size();
    }
}
