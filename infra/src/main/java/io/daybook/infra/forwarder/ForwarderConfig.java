package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.Adoption;
import io.daybook.infra.eventstore.LogEventStore;
import io.daybook.infra.eventstore.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from the log to Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ForwarderProperties.class, TopicProperties.class})
public class ForwarderConfig {
    @Bean
    KafkaTopics kafkaTopics(TopicProperties properties) {
        return new KafkaTopics(properties.prefix(), properties.partitions());
    }

    @Bean
    TopicsAtStart topicsAtStart(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrap,
            @Value("${daybook.run.forwarder:true}") boolean runs,
            KafkaTopics topics) {
        return new TopicsAtStart(kafka(bootstrap), topics, runs);
    }

    @Bean(destroyMethod = "close")
    Forwarder forwarder(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrap,
            @Value("${daybook.run.forwarder:true}") boolean runs,
            KafkaTopics topics,
            Adoption adoption,
            LogEventStore store,
            TokenStore tokens,
            TransactionManager transactions,
            ForwarderProperties properties) {
        Properties kafka = kafka(bootstrap);
        Lanes lanes = new Lanes(segment -> Lane.open(kafka, topics, adoption, segment));
        return new Forwarder(lanes, store, tokens, transactions, properties, runs);
    }

    private static Properties kafka(String bootstrap) {
        Properties kafka = new Properties();
        kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return kafka;
    }

    /** Events between the end of the log and the slowest segment of this process; 0 where the forwarder does not run. */
    @Bean
    MeterBinder forwarderLag(Forwarder forwarder, LogReader log) {
        return meters -> Gauge.builder("daybook.forwarder.lag", () -> lag(forwarder, log))
                .baseUnit("events")
                .register(meters);
    }

    private static long lag(Forwarder forwarder, LogReader log) {
        long head = log.head();
        return forwarder.status().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> head - position.orElse(0))
                .max()
                .orElse(0);
    }
}
