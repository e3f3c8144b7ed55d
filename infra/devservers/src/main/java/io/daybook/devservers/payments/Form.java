package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Named texts as a form sends them, nested names in brackets: {@code metadata[order]=o-1}. */
record Form(Map<String, String> values) {

    static Form parse(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
        }
        return new Form(values);
    }

    String encoded() {
        return values.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.invalid("parameter_missing", name, "Missing required param: " + name + ".");
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) {
        return Boolean.parseBoolean(values.getOrDefault(name, Boolean.toString(otherwise)));
    }

    long number(String name, long otherwise) {
        return values.containsKey(name) ? number(name) : otherwise;
    }

    long number(String name) {
        String value = required(name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException odd) {
            throw Refusal.invalid("parameter_invalid_integer", name, "Invalid integer: " + value);
        }
    }

    /** Amounts are minor units and above zero. */
    long amount(String name) {
        long amount = number(name);
        if (amount < 1) {
            throw Refusal.invalid("parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
        }
        return amount;
    }

    /** The entries below a name: {@code order=o-1} of {@code metadata[order]=o-1}. */
    Map<String, String> below(String name) {
        Map<String, String> below = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (path.startsWith(name + "[") && path.endsWith("]")) {
                below.put(path.substring(name.length() + 1, path.length() - 1), value);
            }
        });
        return below;
    }

    /** Whether lists named {@code expand[0]}, {@code expand[1]} or {@code expand[]} hold the text. */
    boolean expands(String what) {
        return below("expand").containsValue(what);
    }
}
