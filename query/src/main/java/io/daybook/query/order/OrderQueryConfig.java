package io.daybook.query.order;

import io.daybook.query.reading.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions about orders by REST and GraphQL. */
@Configuration(proxyBeanMethods = false)
class OrderQueryConfig {
    @Bean
    OrderQueryEndpoint orderQueryEndpoint(Queries queries) {
        return new OrderQueryEndpoint(queries);
    }

    @Bean
    OrderGraphEndpoint orderGraphEndpoint(Queries queries) {
        return new OrderGraphEndpoint(queries);
    }
}
