package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Decides wishes one after the other on one state in memory, and appends what they brought at once. Each has a unit of work of its
 * own inside that of the sitting: one that fails takes back what it did, and nothing else. If the append loses, so do all decisions
 * that led to it, refusals too. Longer than most classes: all that may become of a wish is here.
 */
final class Sitting {
    /** A state that came from the cache: another process may have moved on from it. */
    record Remembered(RecentAggregates cache, @Nullable Long version) {}

    /** What every sitting of a process works with. */
    record Room(
            CommandBus bus,
            EventStore log,
            Answers answers,
            Claims claims,
            Beginnings beginnings,
            Turns turns,
            Contested contested) {
        void decide(List<Wish> wishes) {
            new Sitting(this).decide(wishes);
        }
    }

    /** Under this name the unit of work has the set of ids that were found to have no event. */
    static final String NEW = "io.daybook.command.dispatch.Sitting.new";

    private final Room room;
    private final NavigableSet<String> held = new TreeSet<>();
    private final Map<String, Remembered> remembered = new HashMap<>();
    private final Set<RecentAggregates> caches = new HashSet<>();

    private final Set<String> checked = new HashSet<>();
    private boolean othersWereHere;

    private Sitting(Room room) {
        this.room = room;
    }

    void noteCache(RecentAggregates cache) {
        caches.add(cache);
    }

    /** Whether a remembered state is good to decide on: after others had their turn it is compared with the log, once. */
    boolean trusts(String aggregateId, @Nullable Long version) {
        return !othersWereHere
                || !checked.add(aggregateId)
                || Objects.equals(room.log.lastSequenceNumberFor(aggregateId).orElse(null), version);
    }

    void noteRemembered(String aggregateId, Remembered state) {
        remembered.put(aggregateId, state);
    }

    /** @throws Crowded if another sitting has it */
    void hold(String name, Attempt attempt) {
        if (!held.contains(name)) {
            if (!room.claims.takeIfFree(name)) {
                attempt.wish().needs(name);
                throw new Crowded(name);
            }
            held.add(name);
        }
    }

    /** Gives each wish a verdict. */
    private void decide(List<Wish> wishes) {
        NavigableSet<String> needed = new TreeSet<>();
        long until = Long.MAX_VALUE;
        for (Wish wish : wishes) {
            needed.addAll(wish.names());
            until = until == Long.MAX_VALUE || wish.until() - until < 0 ? wish.until() : until;
        }
        if (!room.claims.takeAll(needed, until)) {
            wishes.forEach(wish -> wish.rule(
                    wish.isLate() ? new Wish.Verdict.Answered(wish.tooLate()) : new Wish.Verdict.Again(null)));
            return;
        }
        held.addAll(needed);
        Set<String> contested = room.contested.among(needed, wishes);
        try (Turns.Turn turn = contested.isEmpty() ? Turns.Turn.AT_ONCE : room.turns.take(contested)) {
            othersWereHere = turn.waited();
            decideHere(wishes);
        } finally {
            room.contested.note(needed, wishes);
            room.claims.leave(held);
        }
    }

    /** A wish, its try, and what came of it if the append succeeds. */
    private record Decided(Wish wish, Attempt attempt, Object outcome) {
        boolean isApplied() {
            return outcome instanceof Receipt && !attempt.applied().isEmpty();
        }
    }

    private void decideHere(List<Wish> wishes) {
        if (wishes.size() == 1) {
            decideAlone(wishes.getFirst());
        } else {
            decideTogether(wishes);
        }
    }

    /** Its own unit of work is the sitting's. */
    private void decideAlone(Wish wish) {
        Decided decided = decide(wish);
        Object handled = decided.attempt.outcome();
        if (handled != null && !handled.equals(decided.outcome) && decided.outcome instanceof RuntimeException e) {
            // it was the append that failed
            lost(List.of(wish), List.of(new Decided(wish, decided.attempt, handled)), e);
        } else {
            won(List.of(decided));
        }
    }

    private void decideTogether(List<Wish> wishes) {
        List<Decided> decided = new ArrayList<>(wishes.size());
        List<Wish> twins = new ArrayList<>();
        Set<Scope> scopes = new HashSet<>();
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("sitting"));
        try {
            unit.resources().put(NEW, beginnings(wishes));
            for (Wish wish : wishes) {
                AnswerRow row = wish.row();
                if (row != null && !scopes.add(row.scope())) {
                    twins.add(wish);
                } else {
                    decided.add(decide(wish));
                }
            }
            unit.commit();
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            lost(wishes, decided, e);
            return;
        }
        won(decided);
        twins.forEach(twin -> twin.rule(twin(twin, decided)));
    }

    /** What the wishes would begin, as far as nobody has. */
    private Set<String> beginnings(List<Wish> wishes) {
        Set<String> wanted = new HashSet<>();
        for (Wish wish : wishes) {
            if (wish.command() instanceof Contended contended) {
                wanted.addAll(contended.begins());
            }
        }
        if (!wanted.isEmpty()) {
            wanted.removeAll(room.beginnings.begun(Set.copyOf(wanted)));
        }
        return wanted;
    }

    /** A local bus answers before dispatch returns. */
    private Decided decide(Wish wish) {
        Attempt attempt = new Attempt(this, wish);
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        room.bus.dispatch(
                new GenericCommandMessage<>(wish.command(), wish.metadata().and(Attempt.KEY, attempt)),
                (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (!result.isExceptional()) {
            return new Decided(wish, attempt, result.getPayload());
        }
        // Axon's loadOrCreate takes an aggregate that was rolled back out of the unit of work, but leaves it in the
        // cache as it was
        // changed: the next wish would go on from events that nobody appends
        caches.forEach(cache -> attempt.applied().forEach(cache::remove));
        Throwable failure = result.exceptionResult();
        return new Decided(
                wish, attempt, failure instanceof RuntimeException e ? e : new IllegalStateException(failure));
    }

    /** Nothing conflicted: what was appended was decided on the last states. For the rest, only the log can say. */
    private void won(List<Decided> decided) {
        RuntimeException unknown = null;
        boolean current = false;
        try {
            current = decided.stream().allMatch(Decided::isApplied) || isCurrent(decided);
        } catch (RuntimeException e) {
            unknown = e;
        }
        for (Decided d : decided) {
            if (d.outcome instanceof Crowded) {
                d.wish.rule(new Wish.Verdict.Elsewhere());
            } else if (d.outcome instanceof RuntimeException e && isConflict(e)) {
                d.wish.lost(e);
            } else if (d.isApplied() || current) {
                d.wish.rule(new Wish.Verdict.Answered(d.outcome));
            } else if (unknown != null) {
                d.wish.rule(new Wish.Verdict.Answered(unknown));
            } else {
                d.wish.lost(new ConcurrencyException("decided on states that others had moved on from"));
            }
        }
    }

    /** Whether the states taken from memory that nothing was appended to were the last ones. */
    private boolean isCurrent(List<Decided> decided) {
        Set<String> appended = new HashSet<>();
        decided.stream().filter(Decided::isApplied).forEach(d -> appended.addAll(d.attempt.applied()));
        boolean current = true;
        for (Map.Entry<String, Remembered> state : remembered.entrySet()) {
            String id = state.getKey();
            if (!appended.contains(id)
                    && !Objects.equals(
                            room.log.lastSequenceNumberFor(id).orElse(null),
                            state.getValue().version())) {
                state.getValue().cache().remove(id);
                current = false;
            }
        }
        return current;
    }

    /** A second request under the key of one that was decided here: it has that one's answer, or else its own turn. */
    private static Wish.Verdict twin(Wish twin, List<Decided> decided) {
        Scope scope = Objects.requireNonNull(twin.row()).scope();
        return decided.stream()
                        .anyMatch(d -> d.isApplied()
                                && d.wish.row() != null
                                && scope.equals(d.wish.row().scope()))
                ? new Wish.Verdict.Answered(new AnswerAlreadyGiven(List.of(scope)))
                : new Wish.Verdict.Again(null);
    }

    /** Nothing was written. */
    private void lost(List<Wish> wishes, List<Decided> decided, RuntimeException because) {
        if (isConflict(because)) {
            wishes.forEach(wish -> wish.lost(because));
        } else if (because instanceof AnswerAlreadyGiven) {
            answersWereGiven(wishes, decided, because);
        } else if (wishes.size() > 1 && couldNotBeWritten(because)) {
            wishes.forEach(wish -> {
                wish.beAlone();
                wish.rule(new Wish.Verdict.Again(null));
            });
        } else {
            wishes.forEach(wish -> wish.rule(new Wish.Verdict.Answered(because)));
        }
    }

    /** Those whose keys were answered elsewhere are done; their neighbours are decided again without them. */
    private void answersWereGiven(List<Wish> wishes, List<Decided> decided, RuntimeException because) {
        Set<Scope> given = new HashSet<>();
        for (Decided d : decided) {
            AnswerRow row = d.wish.row();
            if (row != null && d.isApplied() && room.answers.find(row.scope()).isPresent()) {
                given.add(row.scope());
            }
        }
        for (Wish wish : wishes) {
            AnswerRow row = wish.row();
            if (row != null && given.contains(row.scope())) {
                wish.rule(new Wish.Verdict.Answered(new AnswerAlreadyGiven(List.of(row.scope()))));
            } else if (given.isEmpty()) {
                wish.lost(because);
            } else {
                wish.rule(new Wish.Verdict.Again(null));
            }
        }
    }

    private static boolean isConflict(RuntimeException e) {
        return e instanceof ConcurrencyException
                || e instanceof AggregateStreamCreationException
                || e instanceof LockAcquisitionFailedException;
    }

    /** Thrown while events are made into rows, before anything is sent to the database, for example because one is too large: it is about one of them. */
    private static boolean couldNotBeWritten(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof JacksonException || e instanceof Refused;
    }
}
