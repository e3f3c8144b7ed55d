package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An order as the log tells it, for whoever only looks at it: no cache is asked, nothing is locked. */
final class OrderStory {
    private final EventStore log;

    OrderStory(EventStore log) {
        this.log = log;
    }

    /** As it stands now. */
    Order now(OrderId order) {
        return before(order, Long.MAX_VALUE);
    }

    /** As it stood when the event of that number, from 0, was decided. */
    Order before(OrderId order, long sequence) {
        Order state = Order.initial();
        DomainEventStream events = log.readEvents(order.aggregateId());
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            if (message.getSequenceNumber() < sequence && message.getPayload() instanceof OrderEvent event) {
                state = Order.evolve(state, event);
            }
        }
        return state;
    }
}
