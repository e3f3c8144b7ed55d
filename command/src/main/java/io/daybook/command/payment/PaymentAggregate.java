package io.daybook.command.payment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentEvent;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Payment}. Money never moves without its order, so everything is decided in {@code command.fulfilment}. */
@AggregateRoot(type = PaymentAggregate.TYPE)
public final class PaymentAggregate {
    static final String TYPE = "Payment";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private Payment state = Payment.initial();

    public Payment state() {
        return state;
    }

    /** Applies what was decided on {@link #state} elsewhere in the same unit of work. */
    public Receipt apply(String aggregateId, List<PaymentEvent> events) {
        return Receipt.forApplying(events, TYPE, aggregateId);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        id = event.aggregateId();
        state = Payment.evolve(state, event);
    }
}
