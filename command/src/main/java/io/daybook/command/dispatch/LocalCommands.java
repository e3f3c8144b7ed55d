package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Refused;
import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Sends wishes over a bus of this process. Wishes about one thing that wait at the same time are decided together and share an append
 * ({@link WaitingLines}, {@link Sitting}). Must not be called inside a unit of work: the events of a nested one are appended only
 * when the outer one commits, long after the answer has left.
 */
public final class LocalCommands implements Commands {
    /** Some thousand buyers of one SKU are served in a second; who would wait longer than this is better told. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Answers answers;
    private final Duration patience;
    private final WaitingLines lines;

    public LocalCommands(
            CommandBus bus, EventStore log, Answers answers, Claims claims, Beginnings beginnings, Turns turns) {
        this(answers, new Sitting.Room(bus, log, answers, claims, beginnings, turns, new Contested()), LONGEST_WAIT);
    }

    /** @param patience how long a wish waits at most before it is taken */
    LocalCommands(Answers answers, Sitting.Room room, Duration patience) {
        this.answers = answers;
        this.patience = patience;
        lines = new WaitingLines(room::decide);
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
        } catch (Refused refused) {
            // what it was refused for may be gone to an equal request, which was granted since this one looked for an
            // answer
            return again(answers.find(row.scope()).orElseThrow(() -> refused), row);
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
        Wish wish = new Wish(command, metadata, row, patience);
        lines.stand(wish);
        return wish.receipt();
    }
}
