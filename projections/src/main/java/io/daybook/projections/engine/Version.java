package io.daybook.projections.engine;

/**
 * What a row's store compares before it writes: a counter for PostgreSQL and Redis, sequence number and primary term for
 * Elasticsearch. Opaque to everybody else.
 */
public record Version(long number, long term) {
    /** Of a row that its store does not hold. */
    public static final Version NONE = new Version(-1, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    public static Version of(long number) {
        return new Version(number, 0);
    }
}
