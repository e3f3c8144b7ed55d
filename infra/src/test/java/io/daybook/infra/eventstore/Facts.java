package io.daybook.infra.eventstore;

import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Small events for tests of the log, which does not care what they mean. */
public final class Facts {
    private Facts() {}

    public static DomainEventMessage<?> fact(String sku, long sequence) {
        return fact(sku, sequence, "fact " + sequence);
    }

    public static DomainEventMessage<?> fact(String sku, long sequence, String says) {
        return new GenericDomainEventMessage<>("Product", sku, sequence, new ProductDelisted(new Sku(sku), says));
    }

    /** Sequences from 0. */
    public static List<DomainEventMessage<?>> facts(String sku, int count) {
        return LongStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(sequence -> fact(sku, sequence))
                .toList();
    }

    /** What an event says, and of whom. */
    public static String said(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        String text = ((ProductDelisted) event.getPayload()).reason();
        return event.getAggregateIdentifier() + " " + event.getSequenceNumber() + " " + text;
    }
}
