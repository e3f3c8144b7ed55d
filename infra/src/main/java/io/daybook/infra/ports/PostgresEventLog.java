package io.daybook.infra.ports;

import io.daybook.infra.eventstore.Adoption;
import io.daybook.infra.eventstore.LogReader;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordedEvent;
import java.util.List;

/** The log as the read side wants it. */
final class PostgresEventLog implements EventLog {
    private final LogReader reader;
    private final Adoption adoption;
    private final RecordedEvents events;

    PostgresEventLog(LogReader reader, Adoption adoption, RecordedEvents events) {
        this.reader = reader;
        this.adoption = adoption;
        this.events = events;
    }

    @Override
    public String logId() {
        return adoption.logId().toString();
    }

    @Override
    public String confirmedLogId() {
        adoption.requireAdopted();
        adoption.check();
        adoption.requireAdopted();
        return logId();
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, long upTo, int limit) {
        adoption.requireAdopted();
        String logId = logId();
        return reader.page(afterPosition, upTo, limit).stream()
                .map(row -> events.of(logId, row))
                .toList();
    }

    @Override
    public List<RecordedEvent> ofAggregate(String aggregateId, long fromSequence, long toSequence) {
        adoption.requireAdopted();
        String logId = logId();
        return reader.stream(aggregateId, fromSequence, toSequence).stream()
                .map(row -> events.of(logId, row))
                .toList();
    }
}
