package io.daybook.infra.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets appends that wait at the same time share one durable commit. Whoever makes the company complete ({@link Gathering}) writes all that
 * waits; a lone caller writes its own at once and hands over to no one. Each append keeps its own outcome.
 */
final class GroupCommit {
    private static final int MOST_APPENDS = 128;
    private static final int MOST_ROWS = 2_048;

    private final AppendStatement statement;
    private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final Gathering gathering = new Gathering();
    private final Semaphore writing = new Semaphore(1);
    /** When the group that is being written was begun, 0 while there is none. */
    private volatile long begun;

    GroupCommit(AppendStatement statement) {
        this.statement = statement;
    }

    /** Returns once the append is durable; throws what kept it from being written. */
    void append(Append append) {
        waiting.add(append);
        gathering.came();
        boolean interrupted = false;
        long until = 0;
        while (!append.isDecided()) {
            if (until == 0 && begun == 0 && waiting.peek() == append) {
                // the first sees to it that all are written, even if nobody else comes
                until = System.nanoTime() + gathering.patience();
            }
            boolean due = gathering.isComplete() || (until != 0 && System.nanoTime() - until >= 0);
            if (due && writing.tryAcquire()) {
                write(append);
            } else if (due || until == 0) {
                // whoever writes wakes the first when he has done, and those whom he has written
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, until - System.nanoTime());
            }
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        append.answerOrThrow();
    }

    /** How long the group that is being written has taken so far; zero while there is none. */
    Duration writingFor() {
        long since = begun;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    private void write(Append own) {
        List<Append> written = List.of();
        try {
            // another's group may have taken this one along in the meantime
            if (!own.isDecided()) {
                begun = System.nanoTime();
                List<Append> group = nextGroup();
                written = group;
                statement.write(group);
                gathering.wrote(group.size(), System.nanoTime() - begun);
            }
        } finally {
            begun = 0;
            writing.release();
            // first whoever writes next, so that the log does not wait while the others are told
            Append next = waiting.peek();
            if (next != null) {
                next.wake();
            }
            written.forEach(Append::wake);
        }
    }

    /** Two appends to one aggregate never share a group: the second may have been decided on what the first leads to. */
    private List<Append> nextGroup() {
        List<Append> group = new ArrayList<>();
        Set<String> aggregates = new HashSet<>();
        int rows = 0;
        for (Append next = waiting.peek(); next != null; next = waiting.peek()) {
            rows += next.rows().size();
            boolean fits = group.size() < MOST_APPENDS && rows <= MOST_ROWS && isApart(next, aggregates);
            if (!group.isEmpty() && !fits) {
                break;
            }
            group.add(next);
            waiting.remove();
            gathering.went();
        }
        return group;
    }

    private static boolean isApart(Append next, Set<String> aggregates) {
        boolean apart = true;
        for (StreamStep step : next.steps()) {
            apart &= aggregates.add(step.aggregateId());
        }
        return apart;
    }
}
