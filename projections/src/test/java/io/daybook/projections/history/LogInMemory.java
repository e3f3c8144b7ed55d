package io.daybook.projections.history;

import io.daybook.domain.kernel.DomainEvent;
import java.util.List;

/** A log that many threads may append to and read. */
public class LogInMemory implements EventLog {
    private final Story story = new Story();
    private volatile List<RecordedEvent> events = List.of();
    /** While true, nothing can be read. */
    public volatile boolean broken;
    /** What an operator changes by adopting. Events that are told already keep theirs. */
    public volatile String incarnation = Story.LOG;

    public synchronized RecordedEvent append(DomainEvent event) {
        RecordedEvent recorded = story.tell(event);
        events = story.told();
        return recorded;
    }

    public List<RecordedEvent> all() {
        return events;
    }

    /** The event at a position. */
    public RecordedEvent at(long position) {
        return events.get(Math.toIntExact(position - 1));
    }

    @Override
    public String logId() {
        return incarnation;
    }

    @Override
    public String confirmedLogId() {
        return incarnation;
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, long upTo, int limit) {
        if (broken) {
            throw new IllegalStateException("the log is out of reach");
        }
        return events.stream()
                .skip(afterPosition)
                .limit(Math.min(limit, upTo - afterPosition))
                .toList();
    }

    @Override
    public List<RecordedEvent> ofAggregate(String aggregateId, long fromSequence, long toSequence) {
        return events.stream()
                .filter(e -> e.aggregateId().equals(aggregateId))
                .filter(e -> e.sequence() >= fromSequence && e.sequence() <= toSequence)
                .toList();
    }
}
