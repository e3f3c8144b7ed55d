package io.daybook.app.proof;

import static java.util.stream.Collectors.toCollection;
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
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database of a shop, asked past the program. */
record Log(Shop shop) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PAYLOADS =
            "select event_type, convert_from(payload, 'UTF8') from event_log where event_type in (";
    private static final String ORDERED = ") order by position";

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

    /** Orders of one customer. */
    Set<String> ordersOf(String customer) {
        return rows(PAYLOADS + "'order.OrderPlaced'" + ORDERED, row -> JSON.readTree(row.getString(2))).stream()
                .filter(order -> order.path("customer").asString().equals(customer))
                .map(order -> order.path("order").asString())
                .collect(toCollection(TreeSet::new));
    }

    /** Orders that were confirmed. */
    Set<String> confirmed() {
        return new TreeSet<>(rows(
                "select aggregate_id from event_log where event_type = 'order.OrderConfirmed'",
                row -> row.getString(1).replaceFirst("^order:", "")));
    }

    /**
     * What was confirmed since.
     *
     * @param position to ask from the next time
     */
    record Confirmations(Set<String> orders, long position) {}

    /** Orders that were confirmed after a position. */
    Confirmations confirmedAfter(long position) {
        Set<String> orders = new TreeSet<>();
        List<Long> positions = rows(
                "select position, aggregate_id from event_log where event_type = 'order.OrderConfirmed' and position > "
                        + position + " order by position",
                row -> {
                    orders.add(row.getString(2).replaceFirst("^order:", ""));
                    return row.getLong(1);
                });
        return new Confirmations(orders, positions.isEmpty() ? position : positions.getLast());
    }

    /** Orders whose money was ever set aside, with what the ledger says became of it. */
    Map<String, Money> books() {
        Map<String, Money> books = new TreeMap<>();
        for (Entry entry : rows(
                PAYLOADS + "'payment.PaymentAuthorised', 'payment.PaymentCaptured', 'payment.PaymentRefunded', "
                        + "'payment.PaymentVoided'" + ORDERED,
                row -> new Entry(row.getString(1), JSON.readTree(row.getString(2))))) {
            books.merge(entry.order(), entry.moved(Money.NONE), (before, any) -> entry.moved(before));
        }
        books.values().removeIf(Money.NONE::equals);
        return books;
    }

    /** A line of the ledger. */
    private record Entry(String event, JsonNode body) {
        String order() {
            return body.path("order").asString();
        }

        Money moved(Money before) {
            long cents = body.at("/amount/minor").asLong();
            return switch (event) {
                case "payment.PaymentAuthorised" -> before.authorised(cents);
                case "payment.PaymentCaptured" -> before.captured(cents);
                case "payment.PaymentRefunded" -> before.refunded(cents);
                case "payment.PaymentVoided" -> before.released();
                default -> throw new IllegalArgumentException(event);
            };
        }
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
