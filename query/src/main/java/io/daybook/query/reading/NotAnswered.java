package io.daybook.query.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a question has no answer. No stack trace: each of these is an outcome that a caller is told. */
public abstract sealed class NotAnswered extends RuntimeException
        permits BadQuestion, Unknown, ViewLate, ViewVersion, ViewLost {
    private final String code;
    private final int status;

    NotAnswered(String code, int status, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
        this.status = status;
    }

    /** Stable, {@code context.reason}. */
    public final String code() {
        return code;
    }

    /** The HTTP status that says the same. */
    public final int status() {
        return status;
    }

    /** More for machines: names and values that a problem document carries beside the code. */
    public abstract Map<String, Object> facts();
}
