package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends wishes over a bus of this process. Must not be called inside a unit of work: the events of a nested one are appended only
 * when the outer one commits, long after the answer has left.
 */
public final class LocalCommands implements Commands {
    /** Buyers of one SKU are served some hundred times a second; who would wait longer than this is better told. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final long SHORTEST_PAUSE_NANOS = 500_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final CommandBus bus;
    private final EventStore log;
    private final Answers answers;
    private final Turns turns = new Turns(LONGEST_WAIT);

    public LocalCommands(CommandBus bus, EventStore log, Answers answers) {
        this.bus = bus;
        this.log = log;
        this.answers = answers;
    }

    @Override
    public Receipt send(Command command, Map<String, ?> metadata) {
        return decide(command, MetaData.from(metadata), null);
    }

    @Override
    public Done once(@Nullable Scope scope, Object body, String id, Command command, Map<String, ?> metadata) {
        if (scope == null) {
            return Done.of(id, send(command, metadata));
        }
        AnswerRow row = new AnswerRow(scope, BodyHash.of(body), id);
        Answer given = answers.find(scope).orElse(null);
        return given != null ? again(given, row) : first(command, MetaData.from(metadata), row);
    }

    private Done first(Command command, MetaData metadata, AnswerRow row) {
        try {
            Receipt receipt = decide(command, metadata, row);
            if (!receipt.changed()) {
                row.write(receipt, answers);
            }
            return Done.of(row.id(), receipt);
        } catch (AnswerAlreadyGiven e) {
            return again(answers.find(row.scope()).orElseThrow(() -> e), row);
        }
    }

    private static Done again(Answer given, AnswerRow row) {
        if (!given.bodyHash().equals(row.bodyHash())) {
            throw new Refused(new KeyReused(row.scope().key()));
        }
        return AnswerRow.read(given);
    }

    private Receipt decide(Command command, MetaData metadata, @Nullable AnswerRow row) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a wish needs a unit of work of its own: send it on another thread");
        }
        if (!(command instanceof Contended contended)) {
            return decideInTurn(command, metadata, row);
        }
        try (Turns.Turn _ = turns.take(contended.wanted())) {
            return decideInTurn(command, metadata, row);
        }
    }

    private Receipt decideInTurn(Command command, MetaData metadata, @Nullable AnswerRow row) {
        Throwable cause = new ConcurrencyException("decided on states that others had moved on from");
        for (int tried = 1; tried <= MAX_TRIES; tried++) {
            Attempt attempt = new Attempt(row);
            try {
                Object outcome = handle(command, metadata.and(Attempt.KEY, attempt));
                if (attempt.applied() || isCurrent(attempt)) {
                    return receipt(outcome);
                }
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | LockAcquisitionFailedException conflict) {
                cause = conflict;
            }
            if (tried < MAX_TRIES) {
                pause(tried);
            }
        }
        throw Busy.othersCameFirst(command.aggregateId(), MAX_TRIES, cause);
    }

    /** A local bus answers before dispatch returns. */
    private Object handle(Command command, MetaData metadata) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw result.exceptionResult() instanceof RuntimeException e
                ? e
                : new IllegalStateException(result.exceptionResult());
    }

    private static Receipt receipt(Object outcome) {
        if (outcome instanceof Refused refused) {
            throw refused;
        }
        return (Receipt) outcome;
    }

    /** Where nothing was appended, only the log can say whether the states taken from memory were the last ones. */
    private boolean isCurrent(Attempt attempt) {
        boolean current = true;
        for (Attempt.Remembered state : attempt.remembered()) {
            Long head = log.lastSequenceNumberFor(state.aggregateId()).orElse(null);
            if (!Objects.equals(head, state.version())) {
                state.cache().remove(state.aggregateId());
                current = false;
            }
        }
        return current;
    }

    /** Random, so that those who met once do not meet again; longer each time. */
    private static void pause(int tried) {
        long most = Math.min(LONGEST_PAUSE_NANOS, SHORTEST_PAUSE_NANOS << tried);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, most));
    }
}
