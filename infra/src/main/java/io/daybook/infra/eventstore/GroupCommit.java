package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets appends that wait at the same time share one durable commit. Whoever finds nobody writing writes all that waits; a lone caller
 * writes its own and hands over to no one. Each append keeps its own outcome.
 */
final class GroupCommit {
    private static final int MOST_APPENDS = 128;
    private static final int MOST_ROWS = 2_048;

    private final AppendStatement statement;
    private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore writing = new Semaphore(1);

    GroupCommit(AppendStatement statement) {
        this.statement = statement;
    }

    /** Returns once the append is durable; throws what kept it from being written. */
    void append(Append append) {
        waiting.add(append);
        boolean interrupted = false;
        while (!append.isDecided()) {
            if (writing.tryAcquire()) {
                write(append);
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        append.answerOrThrow();
    }

    private void write(Append own) {
        try {
            // another's group may have taken this one along in the meantime
            if (!own.isDecided()) {
                statement.write(nextGroup());
            }
        } finally {
            writing.release();
            Append next = waiting.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    private List<Append> nextGroup() {
        List<Append> group = new ArrayList<>();
        int rows = 0;
        for (Append next = waiting.peek();
                next != null
                        && group.size() < MOST_APPENDS
                        && (group.isEmpty() || rows + next.rows().size() <= MOST_ROWS);
                next = waiting.peek()) {
            group.add(next);
            rows += next.rows().size();
            waiting.remove();
        }
        return group;
    }
}
