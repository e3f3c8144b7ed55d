package io.daybook.command.dispatch;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request, and names the one that cannot be read by its path. */
public final class Form {
    /** More than any single wish is about; what a domain allows is for the domain to say. */
    public static final int MOST_UNITS = 1_000_000_000;

    private static final int LONGEST_TEXT = 500;

    private Form() {}

    /** @throws BadField if the value is missing */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new BadField(field, "is missing");
        }
        return value;
    }

    /**
     * Makes a value object of a field.
     *
     * @throws BadField if the value is missing, or if the value object refuses it
     */
    public static <T, R> R read(String field, @Nullable T value, Function<T, R> reader) {
        T given = required(field, value);
        return make(field, () -> reader.apply(given));
    }

    /** As {@link #read}, but null stays null. */
    public static <T, R> @Nullable R readIfGiven(String field, @Nullable T value, Function<T, R> reader) {
        return value == null ? null : make(field, () -> reader.apply(value));
    }

    /**
     * Makes a value object of several fields of the object at the path, empty for the body itself.
     *
     * @throws BadField naming the field that the value object names first in its refusal
     */
    public static <R> R make(String path, Supplier<R> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw new BadField(
                    path,
                    problem.substring(Math.max(0, problem.indexOf(" must "))).strip());
        }
    }

    /** A reason, a reference: 1 to 500 characters. */
    public static String text(String field, @Nullable String value) {
        String given = required(field, value);
        if (given.isBlank() || given.length() > LONGEST_TEXT) {
            throw new BadField(field, "must be 1 to " + LONGEST_TEXT + " characters");
        }
        return given;
    }

    /** A number of units, at least {@code least}. */
    public static int units(String field, @Nullable Integer value, int least) {
        int given = required(field, value);
        if (given < least || given > MOST_UNITS) {
            throw new BadField(field, "must be " + least + " to " + MOST_UNITS);
        }
        return given;
    }

    /** The entries of a list, null meaning none; an entry must not be null. */
    public static <T> List<T> list(String field, @Nullable List<? extends @Nullable T> values, int most) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            throw new BadField(field, "must have at most " + most + " entries");
        }
        for (int i = 0; i < values.size(); i++) {
            required(field + "[" + i + "]", values.get(i));
        }
        return List.copyOf(values);
    }
}
