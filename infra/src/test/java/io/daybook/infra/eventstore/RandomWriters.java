package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Writers that append one to three events at a time to an aggregate each, roll back every tenth time and clash every tenth. */
final class RandomWriters {
    private final int writers;
    private final int each;
    private final AtomicLong longestNanos = new AtomicLong();
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

    RandomWriters(int writers, int each) {
        this.writers = writers;
        this.each = each;
    }

    /** Returns when all have appended what they will. */
    void run(EventStore one, EventStore other) throws Exception {
        AtOnce.atOnce(writers, writer -> write("W" + writer, new Random(writer), writer % 2 == 0 ? one : other));
    }

    private void write(String sku, Random random, EventStore store) {
        long sequence = 0;
        for (int i = 0; i < each; i++) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                events.add(fact(sku, sequence + n));
            }
            boolean clash = random.nextInt(10) == 0 && sequence > 0;
            if (clash) {
                events.add(fact(sku, 0));
            }
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            store.publish(events);
            if (random.nextInt(10) == 0) {
                unit.rollback();
            } else {
                long start = System.nanoTime();
                try {
                    unit.commit();
                    longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
                    assertThat(clash).isFalse();
                    events.forEach(event -> acknowledged.add(Facts.said(event)));
                    sequence += events.size();
                } catch (RuntimeException e) {
                    assertThat(e).matches(conflict -> clash && Conflicts.isConflict(e));
                }
            }
        }
    }

    /** What was written, as {@link Facts#said} says it. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** How long the slowest of the appends took. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    void assertEachAggregateInOrder(List<Seen> seen) {
        for (int writer = 0; writer < writers; writer++) {
            String sku = "W" + writer;
            assertThat(seen.stream()
                            .filter(event -> event.aggregateId().equals(sku))
                            .map(Seen::sequence))
                    .isSorted();
        }
    }
}
