package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from parts, each with the values for its question marks. The driver knows the same text again. */
final class ComposedSql {
    private final StringBuilder text = new StringBuilder(1_024);
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param values for the part's question marks, in their order */
    ComposedSql add(String part, @Nullable Object... values) {
        text.append(part);
        for (Object value : values) {
            this.values.add(value);
        }
        return this;
    }

    /** The same, with the values in a list. */
    ComposedSql addAll(String part, List<?> values) {
        text.append(part);
        this.values.addAll(values);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
