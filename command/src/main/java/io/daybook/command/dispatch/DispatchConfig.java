package io.daybook.command.dispatch;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** How wishes travel. */
@Configuration(proxyBeanMethods = false)
class DispatchConfig {
    @Bean
    CommandBus commandBus(Answers answers) {
        return Handling.bus(answers);
    }

    @Bean
    Claims claims() {
        return new Claims();
    }

    @Bean
    Commands commands(
            CommandBus bus,
            EventStore log,
            Answers answers,
            Claims claims,
            ObjectProvider<Beginnings> beginnings,
            ObjectProvider<Turns> turns) {
        return new LocalCommands(
                bus,
                log,
                answers,
                claims,
                beginnings.getIfAvailable(() -> Beginnings.NOT_KNOWN),
                turns.getIfAvailable(() -> Turns.NOBODY_WAITS));
    }

    @Bean
    WebGraphQlInterceptor caller() {
        return new Caller();
    }

    /** The only clock; whatever decides gets its time in the wish. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
