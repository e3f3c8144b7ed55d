package io.daybook.projections.orderhistory;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.postgres.PostgresViewStore;
import io.daybook.projections.postgres.RowReader;
import io.daybook.projections.postgres.ViewTable;
import io.daybook.projections.postgres.ViewTable.Column;
import io.daybook.projections.reading.Freshness;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which orders a customer has: the view and its answers. */
@Configuration(proxyBeanMethods = false)
class OrderHistoryConfig {
    @Bean
    View<PastOrder> orderHistoryView(DataSource dataSource) {
        OrderHistoryProjection projection = new OrderHistoryProjection();
        ViewTable<PastOrder> table = new ViewTable<>(
                projection.name(),
                "view_order_history",
                projection.rowType(),
                List.of(
                        new Column<>(
                                "customer", "text", entry -> entry.customer().value()),
                        new Column<>(
                                "placed_at",
                                "timestamptz",
                                entry -> entry.placedAt().toString())));
        return new View<>(projection, new PostgresViewStore<>(dataSource, table));
    }

    @Bean
    OrderHistoryAnswers orderHistoryAnswers(Serving serving, Freshness freshness, OrderHistoryRows rows) {
        return new OrderHistoryAnswers(new RowReader<>(new OrderHistoryProjection(), serving, freshness, rows), rows);
    }
}
