package io.daybook.infra.eventstore;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server means by an error of an append. Whatever it is, unless the connection was lost, nothing is written. */
final class AppendFailure {
    private static final String UNIQUE_VIOLATION = "23505";
    /** Of a partition's bounds, or of the log's when no partition is for a position. */
    private static final String CHECK_VIOLATION = "23514";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String OTHER_INCARNATION = "DB001";
    private static final String TOO_LATE = "DB002";
    /** lock_not_available, query_canceled, transaction_timeout. */
    private static final Set<String> LIMITS = Set.of("55P03", "57014", "25P04");

    private AppendFailure() {}

    /**
     * Nothing that would keep {@link AppendCall} from writing what can be written. Any key may be violated by an append that came too late,
     * also one of what rides along.
     */
    static boolean isOfTheDirectWay(SQLException e) {
        return is(UNIQUE_VIOLATION, e) || is(TOO_LATE, e) || hasNoPartition(e) || is(UNDEFINED_TABLE, e);
    }

    /** Somebody else has written since this process did. */
    static boolean isTaken(SQLException e) {
        return violated(e).matches("event_log_\\d+_pkey");
    }

    static boolean hasNoPartition(SQLException e) {
        return is(CHECK_VIOLATION, e);
    }

    static boolean isOtherIncarnation(SQLException e) {
        return is(OTHER_INCARNATION, e);
    }

    /** Somebody has answered to one of its keys. */
    static boolean isAnswered(SQLException e) {
        return violated(e).equals("answer_pkey");
    }

    static boolean isConnectionLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** A limit of {@link LogConnections} has ended the wait or the transaction. */
    static boolean isHeld(SQLException e) {
        return LIMITS.contains(state(e));
    }

    private static boolean is(String state, SQLException e) {
        return state(e).equals(state);
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    /** Name of the unique constraint that was violated; empty if it was something else. */
    private static String violated(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        return server != null && is(UNIQUE_VIOLATION, e) ? Objects.requireNonNullElse(server.getConstraint(), "") : "";
    }
}
