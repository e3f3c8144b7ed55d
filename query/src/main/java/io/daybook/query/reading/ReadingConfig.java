package io.daybook.query.reading;

import graphql.scalars.ExtendedScalars;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** What every endpoint that asks has in common. */
@Configuration(proxyBeanMethods = false)
class ReadingConfig {
    /** Without transactions: a question may wait for seconds, and shall not hold a connection meanwhile. */
    @Bean
    SimpleQueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    @Bean
    Queries queries(QueryGateway gateway) {
        return new Queries(gateway);
    }

    @Bean
    GraphMarks graphMarks() {
        return new GraphMarks();
    }

    /** GraphQL's Int has 32 bits; cents and counts have 64. */
    @Bean
    RuntimeWiringConfigurer longScalar() {
        return wiring -> wiring.scalar(ExtendedScalars.GraphQLLong);
    }
}
