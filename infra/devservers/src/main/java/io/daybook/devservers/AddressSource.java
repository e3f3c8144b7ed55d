package io.daybook.devservers;

/**
 * Another place to get servers from than this module's own processes, found by {@link java.util.ServiceLoader}. Tests
 * use it when the system property {@code daybook.servers} equals its {@link #name()}.
 */
public interface AddressSource extends AutoCloseable {

    /** What {@code daybook.servers} has to say, for example {@code containers}. */
    String name();

    /** Starts the servers and blocks until all are ready. */
    Addresses start();

    @Override
    void close();
}
