package io.daybook.projections.history;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes events into an imaginary log, one after the other, a millisecond apart. */
public final class Story {
    public static final String LOG = "log-1";
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Map<String, Long> sequences = new HashMap<>();
    private final List<RecordedEvent> told = new ArrayList<>();

    public static List<RecordedEvent> of(DomainEvent... events) {
        Story story = new Story();
        for (DomainEvent event : events) {
            story.tell(event);
        }
        return story.told();
    }

    public RecordedEvent tell(DomainEvent event) {
        long sequence = sequences.merge(event.aggregateId(), 0L, (before, zero) -> before + 1);
        long position = told.size() + 1L;
        RecordedEvent recorded = new RecordedEvent(
                LOG,
                position,
                aggregateType(event),
                event.aggregateId(),
                sequence,
                event.getClass().getSimpleName(),
                START.plusMillis(position),
                Map.of(),
                event);
        told.add(recorded);
        return recorded;
    }

    public List<RecordedEvent> told() {
        return List.copyOf(told);
    }

    private static String aggregateType(DomainEvent event) {
        return switch (event) {
            case OrderEvent e -> "Order";
            case PaymentEvent e -> "Payment";
            case InventoryEvent e -> "InventoryItem";
            case ProductEvent e -> "Product";
            default -> throw new IllegalArgumentException("no aggregate tells " + event);
        };
    }
}
