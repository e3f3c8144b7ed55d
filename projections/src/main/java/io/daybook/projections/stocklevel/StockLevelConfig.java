package io.daybook.projections.stocklevel;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.Shelves;
import io.daybook.projections.postgres.PostgresViewStore;
import io.daybook.projections.postgres.RowReader;
import io.daybook.projections.postgres.ViewTable;
import io.daybook.projections.reading.Freshness;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much of a SKU is where: the view and its answers. */
@Configuration(proxyBeanMethods = false)
class StockLevelConfig {
    @Bean
    View<Shelves> stockLevelView(DataSource dataSource) {
        StockLevelProjection projection = new StockLevelProjection();
        ViewTable<Shelves> table =
                new ViewTable<>(projection.name(), "view_stock_level", projection.rowType(), List.of());
        return new View<>(projection, new PostgresViewStore<>(dataSource, table));
    }

    @Bean
    StockLevelAnswers stockLevelAnswers(Serving serving, Freshness freshness, StockLevelRows rows, Clock clock) {
        return new StockLevelAnswers(new RowReader<>(new StockLevelProjection(), serving, freshness, rows), clock);
    }
}
