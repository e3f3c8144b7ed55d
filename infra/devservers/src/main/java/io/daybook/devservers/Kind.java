package io.daybook.devservers;

import java.util.Locale;

/** The servers that can be had. */
public enum Kind {
    POSTGRESQL("PostgreSQL"),
    KAFKA("Kafka"),
    REDIS("Redis"),
    ELASTICSEARCH("Elasticsearch"),
    PAYMENTS("Payment sandbox");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The name a person knows it by. */
    public String label() {
        return label;
    }

    /** The name of its folder and its log. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
