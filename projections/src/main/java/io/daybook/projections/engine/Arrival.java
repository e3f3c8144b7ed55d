package io.daybook.projections.engine;

import io.daybook.projections.history.RecordedEvent;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka.
 *
 * @param event null if the record could not be read
 * @param unreadable why, null if it could
 */
record Arrival(
        TopicPartition partition,
        long offset,
        @Nullable RecordedEvent event,
        @Nullable String unreadable) {}
