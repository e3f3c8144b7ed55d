package io.daybook.infra.eventstore;

import io.daybook.command.memory.MemoryEventStore;
import io.daybook.command.memory.MemoryLog;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The log in memory that other tests stand on keeps every promise too. */
class MemoryEventStoreTest implements EventStoreConformance {
    private final MemoryLog log = new MemoryLog();
    private final EventStore store = new MemoryEventStore(log);
    private final EventStore other = new MemoryEventStore(log);

    @Override
    public EventStore store() {
        return store;
    }

    @Override
    public EventStore other() {
        return other;
    }

    @Override
    public EventStore ofAnotherRelease() {
        return new MemoryEventStore(log, snapshot -> false);
    }
}
