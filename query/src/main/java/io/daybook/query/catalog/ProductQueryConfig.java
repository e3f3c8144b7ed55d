package io.daybook.query.catalog;

import io.daybook.query.reading.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's questions by REST and GraphQL. */
@Configuration(proxyBeanMethods = false)
class ProductQueryConfig {
    @Bean
    ProductQueryEndpoint productQueryEndpoint(Queries queries) {
        return new ProductQueryEndpoint(queries);
    }

    @Bean
    ProductGraphEndpoint productGraphEndpoint(Queries queries) {
        return new ProductGraphEndpoint(queries);
    }
}
