package io.daybook.command.fulfilment;

import io.daybook.command.catalog.Catalogue;
import io.daybook.command.notification.DueNotification;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.NotificationWriter;
import io.daybook.command.notification.Recipient;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.Purchase;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Writes what an event is told as: from that event, its order as it stood then, and the names that its goods have now. */
final class LettersFromTheLog implements NotificationWriter {
    /** The person's key is gone, and with it where they could be reached. */
    static final String ERASED = "erased";

    /** The order was placed without saying who it is for. */
    static final String NOBODY = "nobody";

    /** What was to be picked is no longer. */
    static final String CANCELLED = "cancelled";

    /** Letters that are written at a time: each reads the log by a few connections that commands need more. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final EventStore log;
    private final OrderStory story;
    private final Catalogue catalogue;

    LettersFromTheLog(EventStore log, Catalogue catalogue) {
        this.log = log;
        story = new OrderStory(log);
        this.catalogue = catalogue;
    }

    @Override
    public Written write(DueNotification due) {
        places.acquireUninterruptibly();
        try {
            return switch (due.kind().audience()) {
                case CUSTOMER -> toCustomer(due);
                case WAREHOUSE ->
                    toWarehouse(due, Objects.requireNonNull(due.location(), "a warehouse has a location"));
            };
        } finally {
            places.release();
        }
    }

    private Written toCustomer(DueNotification due) {
        Purchase agreed = Objects.requireNonNull(story.now(due.order()).purchase(), "the order was never placed");
        Buyer buyer = agreed.buyer();
        if (buyer == null) {
            return new Written.NotWanted(NOBODY);
        }
        if (buyer.email().equals(Email.ERASED)) {
            return new Written.NotWanted(ERASED);
        }
        var to = new Recipient.Customer(buyer.name(), buyer.email());
        Content content = contentOf(told(due), due, agreed);
        return new Written.Message(content.message(due, to));
    }

    private Content contentOf(Object event, DueNotification due, Purchase agreed) {
        return switch (event) {
            case OrderConfirmed e -> Content.of(e.occurredAt()).agreed(agreed, this::titleOf);
            case ItemsShipped e ->
                Content.of(e.occurredAt()).lines(shipped(e.parcels())).complete(e.complete());
            case PaymentRefunded e -> Content.of(e.occurredAt()).amount(e.amount());
            case OrderRefused e -> Content.of(e.occurredAt());
            case OrderCancelled e -> Content.of(e.occurredAt()).reason(e.reason());
            case ItemsCancelled e ->
                Content.of(e.occurredAt()).lines(cancelled(e.lines())).reason(e.reason());
            default -> throw new IllegalStateException(due.kind().code() + " is not told of " + event.getClass());
        };
    }

    /** A location that is told late what to pick is told nothing if the order has ended meanwhile. */
    private Written toWarehouse(DueNotification due, LocationId location) {
        List<Allocation> wanted;
        Instant at;
        switch (told(due)) {
            case OrderConfirmed e -> {
                if (story.now(due.order()) instanceof Order.Cancelled) {
                    return new Written.NotWanted(CANCELLED);
                }
                wanted = story.before(due.order(), due.sequence()).allocations();
                at = e.occurredAt();
            }
            case OrderCancelled e -> {
                wanted = e.released();
                at = e.occurredAt();
            }
            case ItemsCancelled e -> {
                wanted = e.released();
                at = e.occurredAt();
            }
            case StockReallocated e -> {
                if (due.kind() == NotificationKind.TO_PICK && story.now(due.order()) instanceof Order.Cancelled) {
                    return new Written.NotWanted(CANCELLED);
                }
                wanted = due.kind() == NotificationKind.TO_PICK ? e.allocated() : e.released();
                at = e.occurredAt();
            }
            case Object event ->
                throw new IllegalStateException(due.kind().code() + " is not told of " + event.getClass());
        }
        Map<Sku, Integer> units = new LinkedHashMap<>();
        wanted.stream()
                .filter(a -> a.location().equals(location))
                .forEach(a -> units.merge(a.sku(), a.quantity(), Integer::sum));
        Content content = Content.of(at).lines(lines(units));
        return new Written.Message(content.message(due, new Recipient.Warehouse(location)));
    }

    private List<Notification.Line> shipped(List<Parcel> parcels) {
        Map<Sku, Integer> units = new LinkedHashMap<>();
        parcels.forEach(p -> units.merge(p.sku(), p.quantity(), Integer::sum));
        return lines(units);
    }

    private List<Notification.Line> cancelled(List<CancelledLine> cancelled) {
        Map<Sku, Integer> units = new LinkedHashMap<>();
        cancelled.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
        return lines(units);
    }

    private List<Notification.Line> lines(Map<Sku, Integer> units) {
        return units.entrySet().stream()
                .map(e -> new Notification.Line(e.getKey(), titleOf(e.getKey()), e.getValue(), null))
                .toList();
    }

    private String titleOf(Sku sku) {
        return switch (catalogue.find(sku)) {
            case Product.Listed product -> product.details().title();
            case Product.Delisted product -> product.details().title();
            case Product.NotListed _ -> sku.value();
        };
    }

    private Object told(DueNotification due) {
        DomainEventStream events = log.readEvents(due.aggregateId());
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            if (message.getSequenceNumber() == due.sequence()) {
                return message.getPayload();
            }
        }
        throw new IllegalStateException("the log has no event " + due.sequence() + " of " + due.aggregateId());
    }

    /** What a message says, apart from whom it says it to. */
    private record Content(
            Instant at,
            List<Notification.Line> lines,
            List<Notification.Charge> charges,
            @Nullable Money amount,
            @Nullable String reason,
            boolean complete) {
        static Content of(Instant at) {
            return new Content(at, List.of(), List.of(), null, null, false);
        }

        Content agreed(Purchase agreed, Function<Sku, String> titles) {
            List<Notification.Line> all = agreed.lines().stream()
                    .map(l -> new Notification.Line(l.sku(), titles.apply(l.sku()), l.quantity(), l.amount()))
                    .toList();
            List<Notification.Charge> others = agreed.charges().stream()
                    .map(c -> new Notification.Charge(c.label(), c.amount()))
                    .toList();
            return new Content(at, all, others, agreed.total(), null, false);
        }

        Content lines(List<Notification.Line> some) {
            return new Content(at, some, charges, amount, reason, complete);
        }

        Content amount(Money money) {
            return new Content(at, lines, charges, money, reason, complete);
        }

        Content reason(String why) {
            return new Content(at, lines, charges, amount, why, complete);
        }

        Content complete(boolean all) {
            return new Content(at, lines, charges, amount, reason, all);
        }

        Notification message(DueNotification due, Recipient to) {
            return new Notification(
                    due.id(), due.kind(), due.order(), at, to, lines, charges, amount, reason, complete);
        }
    }
}
