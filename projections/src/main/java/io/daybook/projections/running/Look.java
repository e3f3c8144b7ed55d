package io.daybook.projections.running;

import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.View;
import io.daybook.projections.rebuild.SourceOffsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a generation is at this moment, as its store and Kafka tell. Both are asked side by side, and who does not answer in time
 * is left out.
 *
 * @param rows tombstones included; null if the store does not tell
 * @param behind records published but not yet in it, over all partitions; -1 if that cannot be told
 */
record Look(@Nullable Long rows, long behind) {
    /** When no generation answers. */
    static final Look NOWHERE = new Look(null, -1);

    private static final long PATIENCE_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    static Look at(View<?> view, int generation, SourceOffsets offsets) {
        var rows = asked(view, () -> view.store().count(generation));
        var behind = asked(view, () -> behind(view, generation, offsets));
        long counted = rows.join();
        return new Look(counted < 0 ? null : counted, behind.join());
    }

    /** -1 if there is no answer. */
    private static CompletableFuture<Long> asked(View<?> view, Supplier<Long> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(e -> {
                    LOG.debug("how far {} is cannot be told", view.name(), e);
                    return -1L;
                });
    }

    private static long behind(View<?> view, int generation, SourceOffsets offsets) {
        var marks = view.store().progress(generation).marks();
        return offsets.ends(view.projection().topics()).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - marked(marks.get(end.getKey()), end.getKey())))
                .sum();
    }

    private static long marked(Progress.@Nullable Mark mark, TopicPartition of) {
        if (mark == null) {
            throw new IllegalStateException("no mark for " + of);
        }
        return mark.nextOffset();
    }
}
