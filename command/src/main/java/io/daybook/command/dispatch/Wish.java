package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Command;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to being decided. It belongs to the thread that sent it while it waits, and to the one that leads its line
 * while it is taken; {@link #standing} hands it over.
 */
final class Wish {
    private enum Standing {
        WAITING,
        TAKEN,
        /** Told to stand in another line. */
        SENT_ON,
        /** Its sender did not wait any longer; it must not be decided. */
        GIVEN_UP,
        ANSWERED
    }

    /** What a sitting says of a wish. */
    sealed interface Verdict {
        /** @param outcome a {@link Receipt}, or the exception that its sender gets */
        record Answered(Object outcome) implements Verdict {}

        /**
         * It keeps its place.
         *
         * @param because a conflict, which counts as a try; null if it was not its own turn that failed
         */
        record Again(@Nullable Throwable because) implements Verdict {}

        /** It needs something that another line may be waiting for. */
        record Elsewhere() implements Verdict {}
    }

    private final Command command;
    private final MetaData metadata;
    private final @Nullable AnswerRow row;
    private final Duration patience;
    private final long until;
    private final Thread owner = Thread.currentThread();
    private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.WAITING);
    private final Set<String> names;
    private @Nullable Verdict verdict;
    private int conflicts;
    private boolean alone;

    Wish(Command command, MetaData metadata, @Nullable AnswerRow row, Duration patience) {
        this.command = command;
        this.metadata = metadata;
        this.row = row;
        this.patience = patience;
        until = System.nanoTime() + patience.toNanos();
        names = command instanceof Contended contended
                ? new TreeSet<>(contended.wanted())
                : new TreeSet<>(Set.of(Claims.nameOf(command.aggregateId())));
    }

    Command command() {
        return command;
    }

    MetaData metadata() {
        return metadata;
    }

    @Nullable
    AnswerRow row() {
        return row;
    }

    /** What it is known to need: at first what it says, later also what was found on the way. */
    Set<String> names() {
        return names;
    }

    void needs(String name) {
        names.add(name);
    }

    /** When its sender's patience ends, as {@link System#nanoTime()}. */
    long until() {
        return until;
    }

    boolean isLate() {
        return until - System.nanoTime() <= 0;
    }

    Busy tooLate() {
        return Busy.tooManyWant(String.join(", ", names), patience);
    }

    /** Whether it must not share a unit of work: one of those it was with could not be written at all. */
    boolean isAlone() {
        return alone;
    }

    void beAlone() {
        alone = true;
    }

    int conflicts() {
        return conflicts;
    }

    void rule(Verdict said) {
        verdict = said;
    }

    /** What the leader died of is not known here; whoever waits must not do so for ever. */
    void failUnlessRuled() {
        if (verdict == null) {
            verdict = new Verdict.Answered(new IllegalStateException("deciding ended without a verdict"));
        }
    }

    boolean isRuled() {
        return verdict != null;
    }

    Verdict verdict() {
        return Objects.requireNonNull(verdict);
    }

    /** Counts a try that was lost to others, and ends the wish when there were too many. */
    void lost(Throwable cause) {
        conflicts++;
        verdict = conflicts < Commands.MAX_TRIES
                ? new Verdict.Again(cause)
                : new Verdict.Answered(Busy.othersCameFirst(command.aggregateId(), conflicts, cause));
    }

    /** By the leader of its line. @return false if its sender has given up */
    boolean take() {
        verdict = null;
        return standing.compareAndSet(Standing.WAITING, Standing.TAKEN);
    }

    /** By its sender. @return false if it is taken and must be waited for */
    boolean giveUp() {
        return standing.compareAndSet(Standing.WAITING, Standing.GIVEN_UP);
    }

    /** By its sender, before it stands in a line. */
    void stand() {
        standing.set(Standing.WAITING);
    }

    /** By the leader: the verdict now holds. */
    void tell() {
        standing.set(
                switch (verdict()) {
                    case Verdict.Answered answered -> Standing.ANSWERED;
                    case Verdict.Again again -> Standing.WAITING;
                    case Verdict.Elsewhere elsewhere -> Standing.SENT_ON;
                });
        wake();
    }

    void wake() {
        LockSupport.unpark(owner);
    }

    boolean hasGivenUp() {
        return standing.get() == Standing.GIVEN_UP;
    }

    boolean isWaiting() {
        return standing.get() == Standing.WAITING;
    }

    boolean isTaken() {
        return standing.get() == Standing.TAKEN;
    }

    boolean isAnswered() {
        return standing.get() == Standing.ANSWERED;
    }

    /** Once it is answered. @throws RuntimeException if that is the answer */
    Receipt receipt() {
        Object outcome = ((Verdict.Answered) verdict()).outcome();
        if (outcome instanceof RuntimeException e) {
            throw e;
        }
        return (Receipt) outcome;
    }
}
