package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement put together from parts, each with the values for its question marks. A name in braces stands for a value, or for a text, that
 * was given before. The driver knows the same text again.
 */
final class ComposedSql {
    private final StringBuilder text = new StringBuilder(1_024);
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Map<String, Object> named = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    ComposedSql value(String name, Object value) {
        named.put(name, value);
        return this;
    }

    ComposedSql text(String name, String text) {
        texts.put(name, text);
        return this;
    }

    /** @param values for the part's question marks, in their order */
    ComposedSql add(String part, @Nullable Object... values) {
        return addAll(part, Arrays.asList(values));
    }

    /** The same, with the values in a list. */
    ComposedSql addAll(String part, List<?> values) {
        Iterator<?> next = values.iterator();
        int done = 0;
        for (int at = 0; at < part.length(); at++) {
            char c = part.charAt(at);
            if (c == '?') {
                this.values.add(next.next());
            } else if (c == '{') {
                int end = part.indexOf('}', at);
                text.append(part, done, at).append(named(part.substring(at + 1, end)));
                at = end;
                done = end + 1;
            }
        }
        text.append(part, done, part.length());
        return this;
    }

    private String named(String name) {
        String is = texts.get(name);
        if (is != null) {
            return is;
        }
        values.add(Objects.requireNonNull(named.get(name), name));
        return "?";
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
