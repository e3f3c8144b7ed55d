package io.daybook.bench.fulfilment;

import io.daybook.bench.fulfilment.Course.Step;
import io.daybook.devservers.Addresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows the log past the program, with one small query every few milliseconds, and notes what it says of the orders that are
 * waited for. So no view is asked, and no time is measured by when somebody looked.
 */
final class Courses implements AutoCloseable {
    private static final String NEW_EVENTS = """
            select position, event_type, regexp_replace(aggregate_id, '^(order|payment):', ''),
                   (extract(epoch from recorded_at) * 1000000)::bigint
            from event_log where position > ? order by position limit 5000""";
    private static final long EVERY_MILLIS = 10;
    private static final Map<String, Step> STEPS =
            Arrays.stream(Step.values()).collect(Collectors.toMap(Step::event, Function.identity()));

    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean open = true;

    Courses(Addresses shop) {
        thread = Thread.ofPlatform().name("log").daemon().start(() -> follow(shop));
    }

    /** Of an order that is about to be placed. */
    Course of(String order) {
        return courses.computeIfAbsent(order, o -> new Course());
    }

    /** Nothing more is to be known of it. */
    void forget(String order) {
        courses.remove(order);
    }

    private void follow(Addresses shop) {
        try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(), shop.jdbcUser(), shop.jdbcPassword());
                PreparedStatement query = connection.prepareStatement(NEW_EVENTS)) {
            for (long after = 0; open; ) {
                query.setLong(1, after);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        after = rows.getLong(1);
                        note(rows.getString(2), rows.getString(3), rows.getLong(4));
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be followed", e);
        }
    }

    private void note(String event, String order, long micros) {
        Step step = STEPS.get(event);
        Course course = courses.get(order);
        if (step != null && course != null) {
            course.happened(step, micros);
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
