package io.daybook.infra.forwarder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.forwarder}.
 *
 * @param segments into which the work is divided when it first starts; more than one only if one cannot keep up
 * @param batch the most events in one Kafka transaction, of which each costs the broker some milliseconds; a backlog of short events is
 *     carried an eighth quicker by four thousand than by one
 */
@ConfigurationProperties("daybook.forwarder")
record ForwarderProperties(
        @DefaultValue("1") int segments,
        @DefaultValue("4000") int batch) {}
