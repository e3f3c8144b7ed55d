package io.daybook.command.fulfilment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.notification.DueNotification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.Postroom;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The customer and the warehouses are told how an order goes on.
 *
 * <table>
 * <caption>The process</caption>
 * <tr><td>{@code OrderConfirmed}</td><td>customer: {@code order-confirmed}; each location that serves it: {@code to-pick}</td>
 *     <td>happy path</td></tr>
 * <tr><td>{@code ItemsShipped}</td><td>customer: {@code order-shipped}</td><td>happy path</td></tr>
 * <tr><td>{@code PaymentRefunded}</td><td>customer: {@code order-refunded}</td><td>compensation</td></tr>
 * <tr><td>{@code OrderRefused}</td><td>customer: {@code order-refused}</td><td>compensation</td></tr>
 * <tr><td>{@code OrderCancelled}, unless it was refused</td>
 *     <td>customer: {@code order-cancelled}; if it was confirmed, each location that served it: {@code not-to-pick}</td>
 *     <td>compensation</td></tr>
 * <tr><td>{@code ItemsCancelled}</td>
 *     <td>customer: {@code items-cancelled}; each location that was to send them: {@code not-to-pick}</td><td>compensation</td></tr>
 * <tr><td>{@code StockReallocated}, if it was confirmed</td>
 *     <td>each location that served the units: {@code not-to-pick}; each that serves them now: {@code to-pick}</td>
 *     <td>compensation</td></tr>
 * </table>
 *
 * <p>Nothing is sent here. What is due is written down in the transaction of the processor's token, so that both are there or neither,
 * and the {@link Postroom} takes it from there. A message's id is derived from the event's: whatever is handled twice is told once.
 */
@ProcessingGroup(WhenOrderMovesOnTellPeople.GROUP)
@DisallowReplay
final class WhenOrderMovesOnTellPeople {
    /** Name of the processor, and of its token. */
    static final String GROUP = "notifications";

    private final Outbox outbox;
    private final Postroom postroom;
    private final OrderStory story;
    private final Clock clock;

    WhenOrderMovesOnTellPeople(Outbox outbox, Postroom postroom, OrderStory story, Clock clock) {
        this.outbox = outbox;
        this.postroom = postroom;
        this.story = story;
        this.clock = clock;
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (Imported.is(origin)) {
            return;
        }
        Letters letters = new Letters(event.order(), message);
        switch (event) {
            case OrderEvent.OrderConfirmed _ -> {
                letters.toCustomer(NotificationKind.ORDER_CONFIRMED);
                letters.toWarehouses(
                        NotificationKind.TO_PICK,
                        placesOf(orderBefore(event, message).allocations()));
            }
            case OrderEvent.ItemsShipped _ -> letters.toCustomer(NotificationKind.ORDER_SHIPPED);
            case OrderEvent.OrderRefused _ -> letters.toCustomer(NotificationKind.ORDER_REFUSED);
            case OrderEvent.OrderCancelled cancelled -> {
                if (!cancelled.reason().equals(OrderDecider.FRAUD)) {
                    letters.toCustomer(NotificationKind.ORDER_CANCELLED);
                }
                if (orderBefore(event, message) instanceof Order.Confirmed) {
                    letters.toWarehouses(NotificationKind.NOT_TO_PICK, placesOf(cancelled.released()));
                }
            }
            case OrderEvent.ItemsCancelled cancelled -> {
                letters.toCustomer(NotificationKind.ITEMS_CANCELLED);
                letters.toWarehouses(NotificationKind.NOT_TO_PICK, placesOf(cancelled.released()));
            }
            case OrderEvent.StockReallocated moved -> {
                // of an order that is not confirmed nobody was told to pick anything, and nobody shall be
                if (!(orderBefore(event, message) instanceof Order.Placed)) {
                    letters.toWarehouses(NotificationKind.NOT_TO_PICK, placesOf(moved.released()));
                    letters.toWarehouses(NotificationKind.TO_PICK, placesOf(moved.allocated()));
                }
            }
            case OrderEvent.OrderPlaced _,
                    OrderEvent.StockAllocated _,
                    OrderEvent.HoldsExtended _,
                    OrderEvent.PaymentAwaited _,
                    OrderEvent.PaymentNeedsAction _,
                    OrderEvent.PaymentTurnedDown _,
                    OrderEvent.PaymentSecured _,
                    OrderEvent.OrderSentToReview _,
                    OrderEvent.OrderCleared _,
                    OrderEvent.OrderDelivered _,
                    OrderEvent.ItemsReturned _ -> {}
        }
        letters.post();
    }

    @EventHandler
    void on(
            PaymentEvent event,
            DomainEventMessage<?> message,
            @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (!Imported.is(origin) && event instanceof PaymentEvent.PaymentRefunded) {
            Letters letters = new Letters(event.order(), message);
            letters.toCustomer(NotificationKind.ORDER_REFUNDED);
            letters.post();
        }
    }

    private Order orderBefore(OrderEvent event, DomainEventMessage<?> message) {
        return story.before(event.order(), message.getSequenceNumber());
    }

    private static List<LocationId> placesOf(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::location).distinct().toList();
    }

    /** All that one event has to be told of. */
    private final class Letters {
        private final OrderId order;
        private final DomainEventMessage<?> message;
        private final Instant now = clock.instant();
        private final List<DueNotification> due = new ArrayList<>();

        Letters(OrderId order, DomainEventMessage<?> message) {
            this.order = order;
            this.message = message;
        }

        void toCustomer(NotificationKind kind) {
            add(kind, null);
        }

        void toWarehouses(NotificationKind kind, List<LocationId> locations) {
            locations.forEach(location -> add(kind, location));
        }

        private void add(NotificationKind kind, @Nullable LocationId location) {
            String id = idOf(message.getIdentifier(), kind, location);
            for (String channel : postroom.channelsFor(kind, location)) {
                due.add(new DueNotification(
                        id,
                        channel,
                        kind,
                        order,
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        location,
                        now,
                        0));
            }
        }

        void post() {
            if (!due.isEmpty()) {
                outbox.add(due);
                CurrentUnitOfWork.get().afterCommit(committed -> postroom.ring());
            }
        }
    }

    /** A UUID of version 5: no two events, kinds or locations have the same. */
    static String idOf(String event, NotificationKind kind, @Nullable LocationId location) {
        return UuidCreator.getNameBasedSha1(
                        event + ":" + kind.code() + ":" + (location == null ? "" : location.value()))
                .toString();
    }
}
