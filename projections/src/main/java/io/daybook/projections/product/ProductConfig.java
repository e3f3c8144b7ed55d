package io.daybook.projections.product;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.postgres.PostgresViewStore;
import io.daybook.projections.postgres.RowReader;
import io.daybook.projections.postgres.ViewTable;
import io.daybook.projections.productcard.CardFallback;
import io.daybook.projections.reading.Freshness;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The joined row in PostgreSQL: the view, and answers for the card's. */
@Configuration(proxyBeanMethods = false)
class ProductConfig {
    private static final int SHAPE = 0;

    @Bean
    View<ProductRow> productView(DataSource dataSource) {
        JoinedProjection projection = projection();
        ViewTable<ProductRow> table =
                new ViewTable<>(projection.name(), "view_product", projection.rowType(), List.of());
        return new View<>(projection, new PostgresViewStore<>(dataSource, table));
    }

    @Bean
    CardFallback productAnswers(Serving serving, Freshness freshness, ProductRows rows, Clock clock) {
        return new ProductAnswers(new RowReader<>(projection(), serving, freshness, rows), clock);
    }

    private static JoinedProjection projection() {
        return new JoinedProjection("product", SHAPE);
    }
}
