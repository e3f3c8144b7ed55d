package io.daybook.projections.history;

import java.util.List;

/**
 * The log of all events, for replays and for what a reader of Kafka missed. Every method throws an unchecked exception when the
 * log is out of reach; that is a failing store, not a missing event.
 */
public interface EventLog {
    /** The incarnation; a restored log gets a new one. */
    String logId();

    /**
     * As {@link #logId()}, but looked up and not remembered: a process may not have noticed that the log became another one.
     *
     * @throws RuntimeException also if this process may not use the log as it is now
     */
    String confirmedLogId();

    /** Position of the last event, 0 while there is none. No event at or below it appears later. */
    long head();

    /**
     * Events with {@code afterPosition < position <= upTo}, in order.
     *
     * @param limit at most so many, at least 1; fewer only at the end of the range
     * @throws UnknownEventType if one of them is of a type this node does not know
     */
    List<RecordedEvent> read(long afterPosition, long upTo, int limit);

    /** Events with {@code fromSequence <= sequence <= toSequence} of one aggregate, in order. */
    List<RecordedEvent> ofAggregate(String aggregateId, long fromSequence, long toSequence);
}
