package io.daybook.bench.ledger;

import io.daybook.bench.ledger.LedgerCommand.Look;
import io.daybook.bench.ledger.LedgerCommand.Open;
import io.daybook.bench.ledger.LedgerCommand.Post;
import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.kernel.Refused;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A ledger under Axon, the same for all subjects; the answer matters to Daybook alone. */
@AggregateRoot(type = LedgerAggregate.TYPE)
public final class LedgerAggregate {
    static final String TYPE = "Ledger";

    @AggregateIdentifier
    private @Nullable String id;

    private int entries;

    LedgerAggregate() {}

    LedgerAggregate(String id, int entries) {
        this.id = id;
        this.entries = entries;
    }

    String id() {
        return Objects.requireNonNull(id);
    }

    int entries() {
        return entries;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Receipt handle(Open command) {
        return post(command.aggregateId(), command.entries());
    }

    @CommandHandler
    Receipt handle(Post command) {
        if (!command.acceptable()) {
            throw new Refused(new NotAcceptable(command.aggregateId()));
        }
        return post(command.aggregateId(), command.entries());
    }

    @CommandHandler
    Receipt handle(Look command) {
        return Receipt.forApplying(List.of(), TYPE, command.aggregateId());
    }

    private Receipt post(String ledger, int count) {
        int first = entries;
        return Receipt.forApplying(
                IntStream.range(first, first + count)
                        .mapToObj(number -> EntryPosted.numbered(ledger, number))
                        .toList(),
                TYPE,
                ledger);
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        id = event.aggregateId();
        entries++;
    }
}
