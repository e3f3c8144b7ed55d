package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryDecider;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryItem;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Axon's shell around {@link InventoryItem}. Commands that belong to an order have no handler here: they are decided together with
 * it, in {@code command.fulfilment}.
 */
@AggregateRoot(type = InventoryItemAggregate.TYPE)
public final class InventoryItemAggregate {
    static final String TYPE = "InventoryItem";

    @AggregateIdentifier
    private String id;

    private InventoryItem state = InventoryItem.initial();

    /** For Axon, which sets {@link #id} by the first event. */
    @SuppressWarnings("NullAway.Init")
    public InventoryItemAggregate() {}

    /** As a snapshot has kept it. */
    InventoryItemAggregate(String id, InventoryItem state) {
        this.id = id;
        this.state = state;
    }

    String id() {
        return id;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ReceiveStock command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(AdjustStock command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(CountStock command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ExpireReservations command) {
        return decide(command);
    }

    private Receipt decide(InventoryCommand command) {
        return Receipt.forApplying(InventoryDecider.decide(command, state), TYPE, command.aggregateId());
    }

    public InventoryItem state() {
        return state;
    }

    /** Applies what was decided on {@link #state} elsewhere in the same unit of work. */
    public Receipt apply(String aggregateId, List<InventoryEvent> events) {
        return Receipt.forApplying(events, TYPE, aggregateId);
    }

    @EventSourcingHandler
    void on(InventoryEvent event) {
        id = event.aggregateId();
        state = InventoryItem.evolve(state, event);
    }
}
