package io.daybook.projections.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rows and progress of all generations of one view, in one kind of store. Every method throws an unchecked exception when the
 * store fails or leaves anything unanswered; the caller then repeats all of it. {@code ViewStoreConformance} says the rest.
 *
 * @param <R> the rows' values
 */
public interface ViewStore<R> {
    /** Makes room for a generation; nothing happens if there is room already. */
    void create(int generation);

    /** Forgets rows and progress of a generation, cheaply; nothing happens if there are none. */
    void drop(int generation);

    /** The rows that exist, tombstones too, by key. Sees every write that was answered before. */
    Map<String, Row<R>> read(int generation, Collection<String> keys);

    /**
     * Writes each row if the store still holds the version the row carries (for {@link Version#NONE}: holds no such row), and
     * then, if no row lost and not before all are as durable as the marks will be, moves the marks: each to the higher offset of old
     * and new as long as the log id is the same, else to the new one.
     *
     * @param rows at most one per key
     * @param advance marks to move; {@link Advance#NONE} while replaying
     * @return keys of the rows that lost and were not written; if there are any, no mark was moved
     * @throws LostMark if a mark to move does not exist; rows may have been written then
     * @throws MarkWentBack if a mark to move stands before where it was left; rows may have been written then
     */
    Set<String> write(int generation, Collection<Row<R>> rows, Advance advance);

    /** Sets the marks a generation starts with, whatever was there. */
    void begin(int generation, Progress progress);

    /** All marks of the generation; {@link Progress#NONE} if the store has none. */
    Progress progress(int generation);

    /** Makes everything written so far durable and, where that differs, visible to searches. */
    default void flush(int generation) {}

    /**
     * The least time between the beginnings of two batches that follow Kafka, while less than a full batch waits. A store names one
     * if it spends much on a batch whatever its size; an event that finds nothing else to wait for is never held up by it.
     */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** Rows, tombstones included. */
    long count(int generation);

    /** Hands every row to the consumer, tombstones too, in no particular order, without holding all of them in memory. */
    void scan(int generation, Consumer<Row<R>> consumer);
}
