package io.daybook.command.dispatch;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one try to decide one wish knows of itself. It travels in the command message's metadata, and so reaches the cache, the locks
 * and the shells through the wish's unit of work. Confined to the thread that decides.
 */
final class Attempt {
    /** Its name in the metadata; never copied to events. */
    static final String KEY = "io.daybook.command.dispatch.Attempt";

    private final Sitting sitting;
    private final Wish wish;
    private final Set<String> applied = new HashSet<>(4);
    private @Nullable Object outcome;

    Attempt(Sitting sitting, Wish wish) {
        this.sitting = sitting;
        this.wish = wish;
    }

    static Optional<Attempt> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable((Attempt)
                        CurrentUnitOfWork.get().getMessage().getMetaData().get(KEY))
                : Optional.empty();
    }

    Sitting sitting() {
        return sitting;
    }

    Wish wish() {
        return wish;
    }

    void noteApplied(String aggregateId) {
        applied.add(aggregateId);
    }

    /** Ids of the aggregates that events were applied to, which only an append or a rollback may follow. */
    Set<String> applied() {
        return applied;
    }

    void noteOutcome(Object came) {
        outcome = came;
    }

    /** What the handler answered, a refusal too; null if it threw after it had applied something. What fails later fails in the append. */
    @Nullable
    Object outcome() {
        return outcome;
    }

    @Nullable
    AnswerRow row() {
        return wish.row();
    }
}
