package io.daybook.projections.rebuild;

import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.history.EventLog;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * From replay to live without a gap. The ends of the topics are noted before the head of the log is read, so a record below an end
 * was forwarded from below the head and is replayed; one above it is consumed by whoever follows from the noted ends; what is both
 * replayed and consumed is dropped by its sequence.
 */
final class HandOver<R> {
    /** Is told how many positions of the log are behind the replay, and how many there are. */
    interface Passed {
        void at(long replayed, long toReplay);
    }

    private final View<R> view;
    private final Generations generations;
    private final SourceOffsets offsets;
    private final EventLog log;
    private final Replay<R> replay;

    HandOver(View<R> view, Generations generations, SourceOffsets offsets, EventLog log, int workers) {
        this.view = view;
        this.generations = generations;
        this.offsets = offsets;
        this.log = log;
        this.replay = new Replay<>(view, log, workers);
    }

    /**
     * Leaves the generation ready to be followed.
     *
     * @param generation new, and nobody else's
     * @param passed is told how far the replay has come
     */
    void run(int generation, Passed passed) throws InterruptedException {
        String logId = log.confirmedLogId();
        // a log that lost its tail forgot the numbers it had given out: rows of that time may be left under this one
        view.store().drop(generation);
        view.store().create(generation);
        Map<TopicPartition, Long> ends = noteEnds(generation, logId);
        long head = log.head();
        replay(generation, 0, head, passed);
        while (leftRetention(ends)) {
            ends = noteEnds(generation, logId);
            long later = log.head();
            replay(generation, head, later, passed);
            head = later;
        }
        if (!log.logId().equals(logId)) {
            throw new IllegalStateException("the log became another one during the replay");
        }
        generations.ready(view.name(), generation, view.store().count(generation));
    }

    private Map<TopicPartition, Long> noteEnds(int generation, String logId) {
        Map<TopicPartition, Long> ends = offsets.ends(view.projection().topics());
        Map<TopicPartition, Progress.Mark> marks = new HashMap<>();
        ends.forEach((partition, end) -> marks.put(partition, new Progress.Mark(end, logId)));
        view.store().begin(generation, new Progress(marks));
        return ends;
    }

    private void replay(int generation, long after, long upTo, Passed passed) throws InterruptedException {
        replay.run(generation, after, upTo, position -> passed.at(position, upTo));
        view.store().flush(generation);
    }

    private boolean leftRetention(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = offsets.starts(view.projection().topics());
        return ends.entrySet().stream().anyMatch(end -> starts.getOrDefault(end.getKey(), 0L) > end.getValue());
    }
}
