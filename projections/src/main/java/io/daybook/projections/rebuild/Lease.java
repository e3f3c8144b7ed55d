package io.daybook.projections.rebuild;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The right to build a view, held by one node at a time and lost without a heartbeat. */
public final class Lease {
    static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int ENDS_AFTER_SECONDS = 15;

    private final JdbcTemplate jdbc;
    private final String owner = UUID.randomUUID().toString();

    /** An owner of its own: one per node. */
    public Lease(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** True if this node may build the view, now and while it renews. */
    boolean take(String view) {
        return jdbc.update("""
                        INSERT INTO view_lease AS l (view_group, owner, heartbeat) VALUES (?, ?, clock_timestamp())
                        ON CONFLICT (view_group) DO UPDATE SET owner = excluded.owner, heartbeat = excluded.heartbeat
                         WHERE l.heartbeat < clock_timestamp() - make_interval(secs => ?)
                        """, view, owner, ENDS_AFTER_SECONDS) == 1;
    }

    /** False if another node has it by now. */
    boolean renew(String view) {
        return jdbc.update(
                        "UPDATE view_lease SET heartbeat = clock_timestamp() WHERE view_group = ? AND owner = ?",
                        view,
                        owner)
                == 1;
    }

    void release(String view) {
        jdbc.update("DELETE FROM view_lease WHERE view_group = ? AND owner = ?", view, owner);
    }
}
