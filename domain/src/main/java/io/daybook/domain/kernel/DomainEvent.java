package io.daybook.domain.kernel;

/** A fact the business wants kept. Its records are final data; their names and shapes are a storage contract. */
public interface DomainEvent {
    /** Id of the aggregate that decided it. */
    String aggregateId();

    /** What orders it among others on its Kafka topic: the order's id, or the SKU for catalogue and stock. */
    String partitionKey();
}
