package io.daybook.infra.eventstore;

import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;

/** An event as it was recorded, for whoever wants the stored bytes and not what they mean. */
public final class RecordedMessage extends GenericTrackedDomainEventMessage<Object> {
    private final transient RecordedRow row;

    RecordedMessage(TrackingToken token, RecordedRow row, Message<Object> content) {
        super(token, row.aggregateType(), row.aggregateId(), row.sequence(), content, row::recordedAt);
        this.row = row;
    }

    public RecordedRow row() {
        return row;
    }

    @Override
    public RecordedMessage withTrackingToken(TrackingToken token) {
        return new RecordedMessage(token, row, getDelegate());
    }
}
