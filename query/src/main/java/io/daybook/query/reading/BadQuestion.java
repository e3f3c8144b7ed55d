package io.daybook.query.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 400: a parameter is out of its bounds or unknown. */
public final class BadQuestion extends NotAnswered {
    private final String parameter;

    /**
     * @param parameter as the caller spells it
     * @param rule what it must be, for example {@code must be 1 to 100}
     */
    public BadQuestion(String parameter, String rule) {
        this("query.bad-parameter", parameter, rule, null);
    }

    BadQuestion(String parameter, String rule, Throwable cause) {
        this("query.bad-parameter", parameter, rule, cause);
    }

    private BadQuestion(String code, String parameter, String rule, @Nullable Throwable cause) {
        super(code, 400, parameter + " " + rule, cause);
        this.parameter = parameter;
    }

    /** {@code query.bad-cursor}: the cursor was not answered to this question. */
    public static BadQuestion badCursor() {
        return new BadQuestion(
                "query.bad-cursor", "cursor", "must be the nextCursor that was answered to this very question", null);
    }

    public String parameter() {
        return parameter;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("parameter", parameter);
    }
}
