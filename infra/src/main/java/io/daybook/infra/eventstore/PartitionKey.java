package io.daybook.infra.eventstore;

/**
 * What orders an aggregate's events on its topic, read off its id: {@code kind:key@part}, where kind and part may be absent. So the
 * forwarder needs no payload. Every append checks that the event itself says the same.
 */
public final class PartitionKey {
    private PartitionKey() {}

    public static String of(String aggregateId) {
        int colon = aggregateId.indexOf(':');
        int at = aggregateId.indexOf('@');
        return aggregateId.substring(colon + 1, at < 0 ? aggregateId.length() : at);
    }
}
