package io.daybook.bench.ledger;

import io.daybook.domain.kernel.DomainEvent;

/** What happens to ledgers. */
public sealed interface LedgerEvent extends DomainEvent permits EntryPosted {}
