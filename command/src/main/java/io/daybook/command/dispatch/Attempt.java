package io.daybook.command.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one try to decide a wish knows of itself. It travels in the command message's metadata, and so reaches the cache and the
 * shells through the unit of work. Confined to the thread that sends.
 */
final class Attempt {
    /** Its name in the metadata; never copied to events. */
    static final String KEY = "io.daybook.command.dispatch.Attempt";

    /** A state that came from the cache: another process may have moved on from it. */
    record Remembered(
            RecentAggregates cache,
            String aggregateId,
            @Nullable Long version) {}

    private final List<Remembered> remembered = new ArrayList<>();
    private final @Nullable AnswerRow row;
    private boolean applied;

    Attempt(@Nullable AnswerRow row) {
        this.row = row;
    }

    static Optional<Attempt> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable((Attempt) CurrentUnitOfWork.get()
                        .root()
                        .getMessage()
                        .getMetaData()
                        .get(KEY))
                : Optional.empty();
    }

    void noteRemembered(Remembered state) {
        remembered.add(state);
    }

    List<Remembered> remembered() {
        return remembered;
    }

    void noteApplied() {
        applied = true;
    }

    /** Whether events were applied to any aggregate, which only an append or a rollback may follow. */
    boolean applied() {
        return applied;
    }

    @Nullable
    AnswerRow row() {
        return row;
    }
}
