package io.daybook.infra.ports;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Beginnings;
import io.daybook.command.dispatch.Turns;
import io.daybook.command.fraud.EarlierOrders;
import io.daybook.command.fulfilment.DueHolds;
import io.daybook.command.fulfilment.DuePayments;
import io.daybook.command.fulfilment.EndingHolds;
import io.daybook.command.fulfilment.OverdueOrders;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.command.notification.Outbox;
import io.daybook.infra.eventstore.Adoption;
import io.daybook.infra.eventstore.LogConnections;
import io.daybook.infra.eventstore.LogReader;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ports of the write side and of the read side. */
@Configuration(proxyBeanMethods = false)
public class PortsConfig {
    @Bean
    ItemsOfSku itemsOfSku(LogConnections connections) {
        return new PostgresItemsOfSku(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    Beginnings beginnings(LogReader reader) {
        return reader::begun;
    }

    @Bean
    Turns turns(LogConnections connections) {
        return new PostgresTurns(connections.turns());
    }

    @Bean
    DueHolds dueHolds(LogConnections connections) {
        return new PostgresDueHolds(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    OverdueOrders overdueOrders(LogConnections connections) {
        return new PostgresOverdueOrders(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    EndingHolds endingHolds(LogConnections connections) {
        return new PostgresEndingHolds(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    DuePayments duePayments(LogConnections connections) {
        return new PostgresDuePayments(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    EarlierOrders earlierOrders(LogConnections connections, EventStore log) {
        return new PostgresEarlierOrders(JdbcClient.create(connections.dataSource()), log);
    }

    @Bean
    Answers answers(LogConnections connections) {
        return new PostgresAnswers(JdbcClient.create(connections.dataSource()));
    }

    @Bean
    Outbox outbox(DataSource program) {
        return new PostgresOutbox(JdbcClient.create(program));
    }

    @Bean
    EventLog eventLog(LogReader reader, Adoption adoption, EventCodec codec) {
        return new PostgresEventLog(reader, adoption, new RecordedEvents(codec));
    }

    @Bean
    RecordDecoder recordDecoder(EventCodec codec) {
        return new CloudEventDecoder(codec);
    }
}
