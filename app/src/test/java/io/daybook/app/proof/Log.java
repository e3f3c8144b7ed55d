package io.daybook.app.proof;

import io.daybook.app.proof.Program.Shop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The event log of a shop, asked past the program. */
record Log(Shop shop) {
    /** Position of the last event. */
    long head() {
        try (Connection connection = connect();
                var row =
                        connection.createStatement().executeQuery("select coalesce(max(position), 0) from event_log")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                shop.addresses().jdbcUrl(),
                shop.addresses().jdbcUser(),
                shop.addresses().jdbcPassword());
    }
}
