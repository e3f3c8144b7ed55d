package io.daybook.app;

import java.util.List;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Every configuration the program is made of, by name, since each is private to its package. A test compares the list with the
 * classes that exist.
 */
final class Contents implements ImportSelector {
    static final List<String> CONFIGS = List.of(
            // app
            "io.daybook.app.EventNamesConfig",
            "io.daybook.app.serve.ServeConfig",
            "io.daybook.app.problem.ProblemConfig",
            "io.daybook.app.admin.AdminConfig",
            "io.daybook.app.imports.ImportsConfig",
            "io.daybook.app.demo.DemoConfig",
            // command
            "io.daybook.command.dispatch.DispatchConfig",
            "io.daybook.command.catalog.CatalogCommandConfig",
            "io.daybook.command.inventory.InventoryCommandConfig",
            "io.daybook.command.order.OrderCommandConfig",
            "io.daybook.command.payment.PaymentCommandConfig",
            "io.daybook.command.fraud.FraudConfig",
            "io.daybook.command.notification.NotificationConfig",
            "io.daybook.command.fulfilment.FulfilmentConfig",
            "io.daybook.command.fulfilment.PaymentProcessConfig",
            "io.daybook.command.fulfilment.NotificationProcessConfig",
            // query
            "io.daybook.query.reading.ReadingConfig",
            "io.daybook.query.catalog.ProductQueryConfig",
            "io.daybook.query.inventory.StockQueryConfig",
            "io.daybook.query.order.OrderQueryConfig",
            // projections
            "io.daybook.projections.ProjectionsConfig",
            "io.daybook.projections.postgres.RowsConfig",
            "io.daybook.projections.orderstatus.OrderStatusConfig",
            "io.daybook.projections.orderhistory.OrderHistoryConfig",
            "io.daybook.projections.stocklevel.StockLevelConfig",
            "io.daybook.projections.product.ProductConfig",
            "io.daybook.projections.productsearch.ProductSearchConfig",
            "io.daybook.projections.productcard.ProductCardConfig",
            // infra
            "io.daybook.infra.serialization.SerializationConfig",
            "io.daybook.infra.eventstore.EventStoreConfig",
            "io.daybook.infra.ports.PortsConfig",
            "io.daybook.infra.forwarder.ForwarderConfig",
            "io.daybook.infra.payment.PaymentConfig",
            "io.daybook.infra.notification.ChannelsConfig");

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        return CONFIGS.toArray(String[]::new);
    }
}
