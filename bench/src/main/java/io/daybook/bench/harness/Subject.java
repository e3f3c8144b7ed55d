package io.daybook.bench.harness;

import java.util.Map;

/**
 * Something that is measured: the floor, a peer, or Daybook. It may live in this process or in a JVM of its own; whoever plays a
 * round cannot tell. Kept warm from one turn to the next.
 */
public interface Subject extends AutoCloseable {
    /** @return what was seen, by metric; the unit is the end of the metric's name, for example {@code p99_us} */
    Map<String, Double> play(Turn turn) throws Exception;

    @Override
    default void close() {}
}
