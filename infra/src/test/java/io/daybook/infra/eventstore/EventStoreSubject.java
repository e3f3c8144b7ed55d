package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;

/** An event store that is held to promises. It is empty at the start of each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
interface EventStoreSubject {
    int ROUNDS = Integer.getInteger("daybook.rounds", 2);

    EventStore store();

    /** The same events through another instance, as another process would have them. */
    EventStore other();

    /** The next events after a token, as the other instance gives them; waits for them. */
    default List<TrackedEventMessage<?>> next(@Nullable TrackingToken after, int count) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = other().openStream(after)) {
            while (events.size() < count) {
                events.add(stream.nextAvailable());
            }
        }
        return events;
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
