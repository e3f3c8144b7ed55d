package io.daybook.command.memory;

import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** One program's view of a log in memory; several may share a log as processes share a database. */
public final class MemoryEventStore extends AbstractEventStore {
    private final MemoryLog log;

    public MemoryEventStore(MemoryLog log) {
        this(log, snapshot -> true);
    }

    /** @param understood which snapshots this program can read; in place of others it reads the events */
    public MemoryEventStore(MemoryLog log, Predicate<DomainEventMessage<?>> understood) {
        super(new Builder().storageEngine(new Understood(log, understood)));
        this.log = log;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        MemoryStream stream = new MemoryStream(log, MemoryLog.positionOf(after));
        log.wake(stream);
        return stream;
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
