package io.daybook.command.order;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Axon's shell around {@link Order}. Only a delivery concerns the order alone; everything that also moves stock is decided together
 * with the stock, in {@code command.fulfilment}.
 */
@AggregateRoot(type = OrderAggregate.TYPE)
public final class OrderAggregate {
    static final String TYPE = "Order";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private Order state = Order.initial();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DeliverOrder command) {
        return apply(command.aggregateId(), OrderDecider.decide(command, state));
    }

    public Order state() {
        return state;
    }

    /** Applies what was decided on {@link #state} elsewhere in the same unit of work. */
    public Receipt apply(String aggregateId, List<OrderEvent> events) {
        return Receipt.forApplying(events, TYPE, aggregateId);
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        id = event.aggregateId();
        state = Order.evolve(state, event);
    }
}
