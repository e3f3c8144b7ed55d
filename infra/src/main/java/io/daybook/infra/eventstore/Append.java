package io.daybook.infra.eventstore;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What one unit of work appends: wholly or not at all. It waits in a queue until some thread, perhaps its own, has written it. */
final class Append {
    private final List<EventRow> rows;
    private final List<StreamStep> steps;
    private final List<RidingAnswer> answers;
    private final Thread owner = Thread.currentThread();
    private @Nullable RuntimeException failure;
    private volatile boolean decided;

    /** @param read version of each aggregate that it was decided on, besides those that it moves on */
    Append(List<EventRow> rows, Map<String, Long> read, List<RidingAnswer> answers) {
        this.rows = rows;
        steps = StreamStep.of(rows, read);
        this.answers = answers;
    }

    List<EventRow> rows() {
        return rows;
    }

    /** What it does to each aggregate, and where it expects those that it does nothing to. */
    List<StreamStep> steps() {
        return steps;
    }

    List<RidingAnswer> answers() {
        return answers;
    }

    EventRow first() {
        return rows.getFirst();
    }

    boolean isDecided() {
        return decided;
    }

    void succeeded() {
        decide(null);
    }

    void failed(RuntimeException because) {
        decide(because);
    }

    private void decide(@Nullable RuntimeException outcome) {
        failure = outcome;
        decided = true;
    }

    /** Its thread may have something to do: write, or go on with the answer. */
    void wake() {
        LockSupport.unpark(owner);
    }

    /** @throws RuntimeException what kept it from being written */
    void answerOrThrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
