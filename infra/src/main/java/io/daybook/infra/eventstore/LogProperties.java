package io.daybook.infra.eventstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.log}.
 *
 * @param connections that only the log uses: one appends, the others load and read ahead
 * @param cachedAggregates how many aggregates are remembered between commands
 */
@ConfigurationProperties("daybook.log")
record LogProperties(
        @DefaultValue("8") int connections,
        @DefaultValue("50000") long cachedAggregates) {}
