package io.daybook.infra.eventstore;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the processors' tokens say the log has been read. */
public final class TokenMarks {
    private final JdbcClient db;
    private final Serializer serializer;

    public TokenMarks(LogConnections connections, Serializer serializer) {
        db = JdbcClient.create(connections.dataSource());
        this.serializer = serializer;
    }

    private record Mark(String processor, int segment, long position) {}

    private List<Mark> beyondMarks(long head) {
        return db
                .sql("select processor_name, segment, token, token_type from token_entry where token is not null")
                .query((row, n) ->
                        new Mark(row.getString(1), row.getInt(2), position(row.getBytes(3), row.getString(4))))
                .list()
                .stream()
                .filter(mark -> mark.position() > head)
                .toList();
    }

    private long position(byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return PostgresEventEngine.positionOf(read);
    }

    /** Names a token that lies beyond the position. */
    Optional<String> beyond(long head) {
        return beyondMarks(head).stream()
                .map(mark -> "the token of " + mark.processor() + "[" + mark.segment() + "] at " + mark.position())
                .findFirst();
    }

    void setBackTo(long head) {
        SerializedObject<byte[]> token = serializer.serialize(new GlobalSequenceTrackingToken(head), byte[].class);
        for (Mark mark : beyondMarks(head)) {
            db.sql("update token_entry set token = ?, token_type = ? where processor_name = ? and segment = ?")
                    .params(token.getData(), token.getType().getName(), mark.processor(), mark.segment())
                    .update();
        }
    }
}
