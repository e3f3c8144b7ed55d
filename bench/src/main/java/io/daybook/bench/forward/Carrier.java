package io.daybook.bench.forward;

/** A way for entries into Kafka. Each entry is the first event of a ledger of its own, named by its number. */
interface Carrier extends AutoCloseable {
    /** The topic's name; it exists. */
    String topic();

    /**
     * Carries entries that are all there at once, until Kafka has acknowledged them.
     *
     * @param from number of the first one
     * @param millis what the round gives, for carriers too slow for so many
     * @return entries a second
     */
    double carry(int from, int entries, long millis) throws Exception;

    /**
     * Brings about that the entry gets to Kafka at once.
     *
     * @return when it was durable where it comes from, by {@link System#nanoTime()}
     */
    long offer(int number) throws Exception;

    @Override
    void close();
}
