package io.daybook.infra.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** An event store whose streams are woken by appends, here and in other processes, instead of asking twice a second. */
public final class LogEventStore extends AbstractEventStore implements AutoCloseable {
    private final PostgresEventEngine engine;
    private final Adoption adoption;
    private final Set<LogStream> streams = ConcurrentHashMap.newKeySet();
    private final LogListener listener;
    private final Announcer announcer;

    public LogEventStore(PostgresEventEngine engine, LogConnections connections, Adoption adoption) {
        super(new Builder().storageEngine(engine));
        this.engine = engine;
        this.adoption = adoption;
        announcer = new Announcer(connections, adoption);
        engine.onAppended(this::wakeStreams);
        engine.onAppended(announcer::announce);
        announcer.start();
        listener = new LogListener(connections, adoption, announcer, this::wakeStreams);
        listener.start();
    }

    private void wakeStreams() {
        streams.forEach(LogStream::wake);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        LogStream stream = new LogStream(engine, adoption, PostgresEventEngine.positionOf(after), streams::remove);
        streams.add(stream);
        stream.start();
        return stream;
    }

    @Override
    public void close() {
        listener.close();
        announcer.close();
        streams.forEach(LogStream::close);
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
