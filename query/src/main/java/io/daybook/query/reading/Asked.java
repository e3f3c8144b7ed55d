package io.daybook.query.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, read strictly: each is taken by name, and {@link #nothingElse()} refuses what nobody took, so that a
 * misspelt filter is told and not ignored. Empty text counts as not given, as forms send it.
 */
public final class Asked {
    private static final int LONGEST_NAME = 210;

    private final Map<String, List<String>> left = new TreeMap<>();
    private final @Nullable String readAfterHeader;
    private final boolean staleOk;

    private Asked(Map<String, String[]> parameters, @Nullable String readAfterHeader, boolean staleOk) {
        parameters.forEach((name, values) -> left.put(
                name, Arrays.stream(values).filter(value -> !value.isEmpty()).toList()));
        this.readAfterHeader = readAfterHeader;
        this.staleOk = staleOk;
    }

    public static Asked of(HttpServletRequest request) {
        boolean staleOk = Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(preference -> preference.strip().equalsIgnoreCase("stale-ok"));
        return new Asked(request.getParameterMap(), request.getHeader("Read-After"), staleOk);
    }

    /** @throws BadQuestion if it is given more than once */
    public @Nullable String text(String name) {
        List<String> values = texts(name);
        if (values.size() > 1) {
            throw new BadQuestion(name, "may be given only once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    public List<String> texts(String name) {
        List<String> values = left.remove(name);
        return values == null ? List.of() : values;
    }

    /** All parameters that begin with the prefix, by what follows it. */
    public Map<String, List<String>> startingWith(String prefix) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : Set.copyOf(left.keySet())) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), texts(name));
            }
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** @throws BadQuestion unless it is a whole number of 64 bit */
    public @Nullable Long whole(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadQuestion(name, "must be a whole number", e);
        }
    }

    /** @throws BadQuestion unless it is true or false */
    public boolean flag(String name, boolean usual) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadQuestion(name, "must be true or false");
        }
        return text.equals("true");
    }

    /** The parameter {@code size}; its own bounds are the question's affair. */
    public int size(int usual) {
        Long size = whole("size");
        return size == null ? usual : Math.clamp(size, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The parameter {@code readAfter} or else the header {@code Read-After}; and {@code Prefer: stale-ok}. */
    public Reading reading() {
        String parameter = text("readAfter");
        return Reading.of(parameter == null ? readAfterHeader : parameter, staleOk);
    }

    /** @throws BadQuestion naming the first parameter that was not taken */
    public void nothingElse() {
        if (!left.isEmpty()) {
            String name = new TreeSet<>(left.keySet()).first();
            throw new BadQuestion(
                    name.substring(0, Math.min(name.length(), LONGEST_NAME)), "is not a parameter of this question");
        }
    }
}
