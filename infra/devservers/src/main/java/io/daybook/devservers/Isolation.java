package io.daybook.devservers;

import java.util.concurrent.atomic.AtomicLong;

/** Names by which tests keep out of each other's way on shared servers. */
public final class Isolation {

    private static final long RADIX_LIMIT = 36L * 36 * 36 * 36 * 36 * 36;
    private static final String RUN = "t" + Long.toString(System.currentTimeMillis() % RADIX_LIMIT, 36)
            + Long.toString(ProcessHandle.current().pid(), 36) + "x";
    private static final AtomicLong NEXT = new AtomicLong();

    private Isolation() {}

    /**
     * A name nobody else has on the servers of this run: lower-case letters and digits, starting with a letter, at most
     * 20 characters. Fit as schema, database, topic prefix, index prefix and Redis key prefix.
     */
    public static String next() {
        return RUN + Long.toString(NEXT.incrementAndGet(), 36);
    }
}
