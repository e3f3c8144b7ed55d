package io.daybook.projections.engine;

import io.daybook.projections.history.RecordedEvent;

/** Where a kind of aggregate publishes its events. */
public enum Topic {
    ORDERS("orders", "Order"),
    PAYMENTS("payments", "Payment"),
    INVENTORY("inventory", "InventoryItem"),
    CATALOG("catalog", "Product");

    private final String suffix;
    private final String aggregateType;

    Topic(String suffix, String aggregateType) {
        this.suffix = suffix;
        this.aggregateType = aggregateType;
    }

    /** The Kafka topic's name, under the installation's prefix. */
    public String name(String prefix) {
        return prefix + suffix;
    }

    public boolean carries(RecordedEvent event) {
        return carriesType(event.aggregateType());
    }

    public boolean carriesType(String type) {
        return aggregateType.equals(type);
    }
}
