package io.daybook.command.dispatch;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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

    @Bean
    AskerByGraphQl askerByGraphQl() {
        return new AskerByGraphQl();
    }

    @Bean
    WebMvcConfigurer askerByHttp() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AskerByHttp());
            }
        };
    }

    /** The only clock; whatever decides gets its time in the wish. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
