package io.daybook.app.problem;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Busy;
import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.Refused;
import io.daybook.infra.eventstore.StoreNotAdopted;
import io.daybook.projections.rebuild.RebuildRefused;
import io.daybook.query.reading.NotAnswered;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DatabindException;

/** Which problem an exception is. The one table from exceptions and refusal codes to HTTP statuses. */
public final class Problems {
    private static final Set<String> SENSELESS = Set.of(
            "catalog.negative-price",
            "inventory.bad-quantity",
            "order.empty",
            "order.duplicate-line",
            "order.total-negative");
    private static final Map<Integer, Problem> BY_STATUS = Stream.of(
                    Problem.of(400, "request.malformed", "The request cannot be read."),
                    Problem.of(401, "request.unauthorized", "The request carries no valid token."),
                    Problem.of(404, "request.unknown-path", "Nothing is served at this path."),
                    Problem.of(405, "request.method-not-allowed", "This path does not take this method."),
                    Problem.of(406, "request.not-acceptable", "None of the accepted media types can be answered."),
                    Problem.of(413, "request.too-large", "The body is too large."),
                    Problem.of(415, "request.unsupported-media-type", "This media type is not read here."),
                    Problem.of(422, "request.invalid", "A value is out of its bounds."),
                    Problem.of(
                            501, "request.unsupported-encoding", "A body in this transfer encoding is not read here."),
                    Problem.of(503, "server.unavailable", "The request cannot be served right now."),
                    Problem.of(505, "request.unsupported-version", "This version of HTTP is not spoken here."))
            .collect(Collectors.toUnmodifiableMap(Problem::status, problem -> problem));

    private static final String ASK_AGAIN =
            "The database cannot be reached for now. A command that is sent again with the same id or"
                    + " key is done once at most.";

    private Problems() {}

    /** Looks through the causes, outermost first, for one that has a meaning to the caller; 500 if there is none. */
    public static Problem of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Problem problem = meaning(cause);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.of(500, "server.failed", "The server failed; the failure is in its log.");
    }

    static Problem ofStatus(int status) {
        Problem known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        return status < 500
                ? Problem.of(status, "request.refused", "The request was refused.")
                : Problem.of(status, "server.failed", "The server failed; the failure is in its log.");
    }

    /**
     * @param limit in bytes
     */
    static Problem tooLarge(long limit) {
        return Problem.of(413, "request.too-large", "The body is larger than " + limit + " bytes.")
                .with("limit", limit);
    }

    /** For a request whose named field says something impossible. */
    public static Problem invalid(int status, String field, String message) {
        return Problem.of(status, "request.invalid", message).with("field", field);
    }

    private static @Nullable Problem meaning(Throwable cause) {
        return switch (cause) {
            case Refused refused -> refusal(refused.refusal());
            case BadField field -> invalid(400, field.field(), said(field));
            case Busy busy -> Problem.of(503, Busy.CODE, said(busy)).retryAfter(Duration.ofSeconds(1));
            case Told told -> told.problem();
            case StoreNotAdopted closed -> Problem.of(503, StoreNotAdopted.CODE, said(closed));
            case RebuildRefused running -> Problem.of(409, "view.rebuilding", said(running));
            case NotAnswered question -> unanswered(question);
            case BodyTooLarge large -> tooLarge(large.limit());
            case SQLException database
            when isOutOfReach(database) ->
                Problem.of(503, "store.unavailable", ASK_AGAIN).retryAfter(Duration.ofSeconds(1));
            case MethodArgumentTypeMismatchException type ->
                invalid(400, type.getName(), type.getName() + " cannot be read: " + type.getValue());
            case HttpMessageNotReadableException body -> unreadable(body.getCause());
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> null;
        };
    }

    /** JSON is the caller's only in the body: what cannot be read or written elsewhere is the server's failure. */
    private static @Nullable Problem unreadable(@Nullable Throwable why) {
        return switch (why) {
            case null -> Problem.of(400, "request.malformed", "The request needs a body.");
            // what went wrong lies below
            case JacksonIOException unread -> null;
            case InputCoercionException number ->
                invalid(400, path(number.getPath()), oneLine(number.getOriginalMessage()));
            case DatabindException shape -> invalid(400, path(shape.getPath()), oneLine(shape.getOriginalMessage()));
            case JacksonException syntax ->
                Problem.of(400, "request.malformed", "The JSON cannot be read: " + oneLine(syntax.getOriginalMessage()))
                        .with("line", syntax.getLocation().getLineNr())
                        .with("column", syntax.getLocation().getColumnNr());
            default -> null;
        };
    }

    /** Class 08: no connection; 57P: the server is starting or going down. */
    private static boolean isOutOfReach(SQLException database) {
        String state = database.getSQLState();
        return database instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P")));
    }

    private static Problem unanswered(NotAnswered question) {
        Problem problem = Problem.of(question.status(), question.code(), said(question));
        for (var fact : question.facts().entrySet()) {
            problem = problem.with(fact.getKey(), requireNonNull(Plain.of(fact.getValue())));
        }
        return question.status() == 503 ? problem.retryAfter(Duration.ofSeconds(1)) : problem;
    }

    private static Problem refusal(Refusal refusal) {
        Problem problem = Problem.of(status(refusal.code()), refusal.code(), refusal.message());
        if (refusal instanceof Record said) {
            for (var member : Plain.components(said).entrySet()) {
                if (!Set.of("code", "message", "status", "type", "title", "detail")
                        .contains(member.getKey())) {
                    problem = problem.with(member.getKey(), member.getValue());
                }
            }
        }
        return problem;
    }

    /** Unknown things are 404, senseless wishes 422, too large ones 413, everything else a conflict with the state of things. */
    private static int status(String code) {
        if (code.equals("event.too-large")) {
            return 413;
        }
        if (code.substring(code.indexOf('.') + 1).startsWith("unknown-")) {
            return 404;
        }
        return code.equals("idempotency.key-reused") || SENSELESS.contains(code) ? 422 : 409;
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String said(Throwable thrown) {
        return requireNonNullElse(thrown.getMessage(), "");
    }

    private static String oneLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
