package io.daybook.app.proof;

import static java.util.stream.Collectors.toMap;

import io.daybook.app.proof.Program.Shop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The database of a shop, asked past the program. */
record Log(Shop shop) {
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Note(String view, String text) {}

    /** Position of the last event. */
    long head() {
        return rows("select log_end()", row -> row.getLong(1)).getFirst();
    }

    Set<String> orders() {
        return new TreeSet<>(rows(
                "select aggregate_id from event_log where event_type = 'order.OrderPlaced'",
                row -> row.getString(1).replaceFirst("^order:", "")));
    }

    /** By view, what was said of one of its generations. */
    Map<String, String> notes(int generation) {
        return rows(
                        "select view_group, coalesce(note, '') from view_build where generation = " + generation,
                        row -> new Note(row.getString(1), row.getString(2)))
                .stream()
                .collect(toMap(Note::view, Note::text));
    }

    private <T> List<T> rows(String sql, Reading<T> reading) {
        List<T> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(reading.of(result));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                shop.addresses().jdbcUrl(),
                shop.addresses().jdbcUser(),
                shop.addresses().jdbcPassword());
    }
}
