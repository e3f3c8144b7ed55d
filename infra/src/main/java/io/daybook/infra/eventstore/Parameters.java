package io.daybook.infra.eventstore;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those of a statement, in their order. */
final class Parameters {
    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters add(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Parameters add(int value) throws SQLException {
        statement.setInt(++last, value);
        return this;
    }

    Parameters add(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    Parameters add(UUID value) throws SQLException {
        statement.setObject(++last, value);
        return this;
    }

    Parameters add(byte[] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    Parameters add(OffsetDateTime value) throws SQLException {
        statement.setObject(++last, value);
        return this;
    }

    Parameters addAll(List<Array> arrays) throws SQLException {
        for (Array array : arrays) {
            statement.setArray(++last, array);
        }
        return this;
    }
}
