package io.daybook.app.serve;

/** A store, and the property that says where it is. */
public enum StoreAddress {
    POSTGRESQL("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/nowhere"),
    KAFKA("spring.kafka.bootstrap-servers", "127.0.0.1:1"),
    REDIS("daybook.redis.uri", "redis://127.0.0.1:1"),
    ELASTICSEARCH("daybook.elasticsearch.url", "http://127.0.0.1:1");

    private final String property;
    private final String nowhere;

    StoreAddress(String property, String nowhere) {
        this.property = property;
        this.nowhere = nowhere;
    }

    /** An address where nothing answers, for the clients of a process that never asks this store. */
    String nowhere() {
        return nowhere;
    }

    public String property() {
        return property;
    }
}
