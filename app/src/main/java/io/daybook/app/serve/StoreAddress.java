package io.daybook.app.serve;

/** A store, and the property that says where it is. */
public enum StoreAddress {
    POSTGRESQL("spring.datasource.url"),
    KAFKA("spring.kafka.bootstrap-servers"),
    REDIS("daybook.redis.uri"),
    ELASTICSEARCH("daybook.elasticsearch.url");

    private final String property;

    StoreAddress(String property) {
        this.property = property;
    }

    public String property() {
        return property;
    }
}
