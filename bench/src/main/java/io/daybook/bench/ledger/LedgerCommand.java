package io.daybook.bench.ledger;

import io.daybook.domain.kernel.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a ledger. */
public sealed interface LedgerCommand extends Command {
    /** Opens a new ledger with some entries, in one append. */
    record Open(@TargetAggregateIdentifier String aggregateId, int entries) implements LedgerCommand {}

    /** Posts entries to an open ledger. */
    record Post(@TargetAggregateIdentifier String aggregateId, int entries, boolean acceptable)
            implements LedgerCommand {}

    /** Loads a ledger and does nothing with it. */
    record Look(@TargetAggregateIdentifier String aggregateId) implements LedgerCommand {}
}
