package io.daybook.query.inventory;

import io.daybook.query.reading.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Questions about stock by REST and GraphQL. */
@Configuration(proxyBeanMethods = false)
class StockQueryConfig {
    @Bean
    StockQueryEndpoint stockQueryEndpoint(Queries queries) {
        return new StockQueryEndpoint(queries);
    }

    @Bean
    StockGraphEndpoint stockGraphEndpoint(Queries queries) {
        return new StockGraphEndpoint(queries);
    }
}
