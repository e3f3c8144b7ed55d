package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.Adoption;
import io.daybook.infra.eventstore.EventLimit;
import io.daybook.infra.eventstore.LogEventStore;
import io.daybook.infra.eventstore.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.axonframework.common.transaction.TransactionManager;
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
    KafkaTopics kafkaTopics(TopicProperties properties, EventLimit limit) {
        return new KafkaTopics(properties.prefix(), properties.partitions(), limit);
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
            LogReader log,
            LogEventStore store,
            TokenStore tokens,
            TransactionManager transactions,
            ForwarderProperties properties) {
        Lanes lanes = new Lanes(kafka(bootstrap), topics, adoption, log, properties.batch());
        return new Forwarder(lanes, log, store, tokens, transactions, properties, runs);
    }

    private static Properties kafka(String bootstrap) {
        Properties kafka = new Properties();
        kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return kafka;
    }

    /** Zero where the forwarder does not run. */
    @Bean
    MeterBinder forwarderLag(Forwarder forwarder) {
        return meters -> {
            Gauge.builder("daybook.forwarder.lag", () -> forwarder.lag().events())
                    .description("events between the end of the log and what is known to be in Kafka")
                    .baseUnit("events")
                    .register(meters);
            TimeGauge.builder(
                            "daybook.forwarder.lag.time",
                            () -> forwarder.lag().age().toMillis(),
                            TimeUnit.MILLISECONDS)
                    .description("age of the first event that is not known to be in Kafka")
                    .register(meters);
        };
    }
}
