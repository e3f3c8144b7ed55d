package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.fulfilment.DueHolds;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.infra.forwarder.Forwarder;
import io.daybook.infra.forwarder.ForwarderConfig;
import io.daybook.infra.ports.PortsConfig;
import io.daybook.infra.serialization.EventSerializer;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.Samples;
import io.daybook.infra.serialization.SerializationConfig;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The machinery in a Spring program: what Axon's starter would have put there is not what is there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WiringTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                // their schemas and stores are other modules' and not here
                "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
            })
    @Import({EventStoreConfig.class, SerializationConfig.class, ForwarderConfig.class, PortsConfig.class})
    static class Program {
        @Bean
        EventTypes eventTypes() {
            return Samples.TYPES;
        }
    }

    @Test
    void the_log_is_behind_axon_with_real_transactions_and_no_stock_parts() {
        Addresses servers = DevServers.shared();
        String schema = Isolation.next();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + servers.jdbcUrl() + "?currentSchema=" + schema,
                        "spring.datasource.username=" + servers.jdbcUser(),
                        "spring.datasource.password=" + servers.jdbcPassword(),
                        "spring.flyway.schemas=" + schema,
                        "spring.kafka.bootstrap-servers=" + servers.kafkaBootstrap(),
                        "daybook.topics.prefix=" + schema + ".",
                        "daybook.run.forwarder=true",
                        "axon.axonserver.enabled=false")
                .run()) {
            assertThat(context.getBean(EventStore.class)).isInstanceOf(LogEventStore.class);
            assertThat(context.getBean(EventBus.class)).isSameAs(context.getBean(EventStore.class));
            assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
            assertThat(context.getBean(Cache.class)).isInstanceOf(AggregateCache.class);
            assertThat(context.getBeansOfType(CommandBus.class)).containsOnlyKeys("commandBus");
            org.axonframework.config.Configuration axon = context.getBean(org.axonframework.config.Configuration.class);
            assertThat(axon.eventStore()).isSameAs(context.getBean(EventStore.class));
            assertThat(axon.commandBus()).isSameAs(context.getBean(CommandBus.class));
            assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
            assertThat(context.getBean(Forwarder.class).isRunning()).isTrue();
            assertThat(context.getBean(EventProcessingConfiguration.class).eventProcessors())
                    .isEmpty();
            for (Class<?> port :
                    new Class<?>[] {Answers.class, DueHolds.class, ItemsOfSku.class, EventLog.class, RecordDecoder.class
                    }) {
                assertThat(context.getBean(port)).isNotNull();
            }
        }
    }
}
