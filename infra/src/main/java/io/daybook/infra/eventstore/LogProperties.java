package io.daybook.infra.eventstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code daybook.log}.
 *
 * @param connections that only the log uses, at least 3: two append, the others load and read ahead
 * @param cachedAggregates how many aggregates are remembered between commands
 * @param partitionSize positions in one partition of the log; about half a gigabyte each million
 * @param maxEvent the largest event that is recorded, content and metadata together; Kafka's topics must take a little more
 */
@ConfigurationProperties("daybook.log")
record LogProperties(
        @DefaultValue("8") int connections,
        @DefaultValue("50000") long cachedAggregates,
        @DefaultValue("5000000") long partitionSize,
        @DefaultValue("512KB") DataSize maxEvent) {}
