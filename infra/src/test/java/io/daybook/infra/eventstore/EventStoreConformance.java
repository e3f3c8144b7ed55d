package io.daybook.infra.eventstore;

/** What an event store must do for Daybook, whichever engine lies behind it. */
interface EventStoreConformance extends AppendPromises, LoadPromises, StreamPromises, SnapshotPromises {}
