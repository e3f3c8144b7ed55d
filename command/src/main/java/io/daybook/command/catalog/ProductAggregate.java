package io.daybook.command.catalog;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.ProductCommand;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.catalog.ProductCommand.ChangeProductDetails;
import io.daybook.domain.catalog.ProductCommand.DelistProduct;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDecider;
import io.daybook.domain.catalog.ProductEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon's shell around {@link Product}. */
@AggregateRoot(type = ProductAggregate.TYPE)
final class ProductAggregate {
    static final String TYPE = "Product";

    @AggregateIdentifier
    private String id;

    private Product state = Product.initial();

    /** For Axon, which sets {@link #id} by the first event. */
    @SuppressWarnings("NullAway.Init")
    ProductAggregate() {}

    /** As a snapshot has kept it. */
    ProductAggregate(String id, Product state) {
        this.id = id;
        this.state = state;
    }

    String id() {
        return id;
    }

    Product state() {
        return state;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ListProduct command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ChangeProductDetails command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ChangePrice command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DelistProduct command) {
        return decide(command);
    }

    private Receipt decide(ProductCommand command) {
        return Receipt.forApplying(ProductDecider.decide(command, state), TYPE, command.aggregateId());
    }

    @EventSourcingHandler
    void on(ProductEvent event) {
        id = event.aggregateId();
        state = Product.evolve(state, event);
    }
}
