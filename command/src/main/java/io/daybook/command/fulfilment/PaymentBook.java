package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How a payment stands in the log right now, for whoever is about to ask the provider: no cache is asked, nothing is locked. */
final class PaymentBook {
    private final EventStore log;

    PaymentBook(EventStore log) {
        this.log = log;
    }

    Payment read(OrderId order) {
        Payment payment = Payment.initial();
        DomainEventStream events = log.readEvents(PaymentEvent.idOf(order));
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            if (message.getPayload() instanceof PaymentEvent event) {
                payment = Payment.evolve(payment, event);
            }
        }
        return payment;
    }
}
