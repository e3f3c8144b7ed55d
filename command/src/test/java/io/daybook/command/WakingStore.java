package io.daybook.command;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's store over a log in memory, whose readers are called when something was appended, as those of the real log are. Axon's own
 * look every half second only, and are stopped no sooner.
 */
final class WakingStore extends EmbeddedEventStore {
    private final SharedLog log;

    WakingStore(SharedLog log) {
        // readers go to the log itself: the cache for those who keep up is filled some time after the call
        super(new Builder().storageEngine(log).optimizeEventConsumption(false));
        this.log = log;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        return new Waking(super.openStream(after), log);
    }

    private static final class Waking implements TrackingEventStream {
        private final TrackingEventStream stream;
        private final SharedLog log;
        private Runnable reader = () -> {};

        Waking(TrackingEventStream stream, SharedLog log) {
            this.stream = stream;
            this.log = log;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            log.leave(reader);
            reader = onAvailable;
            log.callAfterAppends(reader);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void close() {
            log.leave(reader);
            stream.close();
        }
    }
}
