package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.LogReader;
import io.daybook.infra.eventstore.RecordedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is in the log and not yet in Kafka.
 *
 * @param age of the first such event
 */
public record Lag(long events, Duration age) {
    static final Lag NONE = new Lag(0, Duration.ZERO);

    /** @param reached the last position that is in Kafka */
    static Lag behind(LogReader log, long reached) {
        long head = log.head();
        List<RecordedRow> first = log.page(reached, head, 1);
        return first.isEmpty()
                ? NONE
                : new Lag(head - reached, Duration.between(first.getFirst().recordedAt(), Instant.now()));
    }

    @Override
    public String toString() {
        return events + " events wait, the first for " + age.toSeconds() + " s";
    }
}
