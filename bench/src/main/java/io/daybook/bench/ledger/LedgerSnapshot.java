package io.daybook.bench.ledger;

import io.daybook.command.dispatch.SnapshotForm;

/** A ledger as Daybook stores it beside its events; stock Axon takes no snapshots unless it is told to. */
public record LedgerSnapshot(String id, int entries) {
    public static final SnapshotForm<LedgerAggregate, LedgerSnapshot> FORM = new SnapshotForm<>(
            "ledger.Ledger",
            1,
            LedgerAggregate.class,
            LedgerSnapshot.class,
            ledger -> new LedgerSnapshot(ledger.id(), ledger.entries()),
            kept -> new LedgerAggregate(kept.id(), kept.entries()));
}
