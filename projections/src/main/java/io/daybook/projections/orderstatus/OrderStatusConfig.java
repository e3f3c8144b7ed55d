package io.daybook.projections.orderstatus;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.postgres.PostgresViewStore;
import io.daybook.projections.postgres.RowReader;
import io.daybook.projections.postgres.ViewTable;
import io.daybook.projections.reading.Freshness;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How orders stand: the view and its answers. */
@Configuration(proxyBeanMethods = false)
class OrderStatusConfig {
    @Bean
    View<OrderRow> orderStatusView(DataSource dataSource) {
        OrderStatusProjection projection = new OrderStatusProjection();
        ViewTable<OrderRow> table =
                new ViewTable<>(projection.name(), "view_order_status", projection.rowType(), List.of());
        return new View<>(projection, new PostgresViewStore<>(dataSource, table));
    }

    @Bean
    OrderStatusAnswers orderStatusAnswers(Serving serving, Freshness freshness, OrderStatusRows rows) {
        return new OrderStatusAnswers(new RowReader<>(new OrderStatusProjection(), serving, freshness, rows));
    }
}
