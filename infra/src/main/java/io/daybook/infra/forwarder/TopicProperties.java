package io.daybook.infra.forwarder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.topics}.
 *
 * @param prefix of every topic, group and transactional id of this installation
 * @param partitions of each topic; cannot be changed once there are events
 */
@ConfigurationProperties("daybook.topics")
record TopicProperties(
        @DefaultValue("daybook.") String prefix,
        @DefaultValue("12") int partitions) {}
