package io.daybook.query.reading;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a question may hold; each refusal names the parameter. */
public final class Bounds {
    private Bounds() {}

    public static void range(String parameter, long value, long min, long max) {
        if (value < min || value > max) {
            throw new BadQuestion(parameter, "must be " + min + " to " + max);
        }
    }

    public static void atMost(String parameter, int size, int max) {
        if (size > max) {
            throw new BadQuestion(parameter, "may be given at most " + max + " times");
        }
    }

    /** Null is fine; blank is not. */
    public static void text(String parameter, @Nullable String value, int max) {
        if (value != null && (value.isBlank() || value.length() > max || value.indexOf('\0') >= 0)) {
            throw new BadQuestion(parameter, "must be 1 to " + max + " characters");
        }
    }

    /** Makes an identity of the domain, whose own rule refuses. */
    public static <I> I id(String parameter, String value, Function<String, I> make) {
        try {
            return make.apply(value);
        } catch (IllegalArgumentException e) {
            throw new BadQuestion(parameter, "must be plain letters, digits, dots, hyphens or underscores", e);
        }
    }
}
