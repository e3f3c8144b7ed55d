package io.daybook.infra.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which log this is and where it lies.
 *
 * @param recorded where it lay when it was last adopted; null before the first start
 * @param actual where it lies now
 */
record LogIdentity(UUID logId, long head, @Nullable Place recorded, Place actual) {
    /**
     * @param system PostgreSQL's system identifier, unique to a cluster and its physical copies
     * @param database oid of the database
     * @param timeline grows with every failover and point-in-time recovery
     */
    record Place(long system, long database, int timeline) {}

    static final String QUERY = """
            select h.log_id, log_end(), h.system_identifier, h.database_oid, h.timeline,
                   s.system_identifier, d.oid::bigint,
                   ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int
              from log_head h, pg_control_system() s, pg_database d
             where d.datname = current_database()
            """;
}
