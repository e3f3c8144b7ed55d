package io.daybook.app.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told when a request is not granted.
 *
 * @param status HTTP status, 400 to 599
 * @param code stable, {@code context.reason}
 * @param detail one sentence for a person
 * @param more further members by name, for example {@code field} or {@code lines}
 * @param retryAfter when asking again may help; null if it will not
 */
public record Problem(
        int status,
        String code,
        String detail,
        Map<String, Object> more,
        @Nullable Duration retryAfter) {

    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** Without further members. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), null);
    }

    public Problem with(String name, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Problem(status, code, detail, all, retryAfter);
    }

    Problem retryAfter(Duration wait) {
        return new Problem(status, code, detail, more, wait);
    }

    /** The code in words: {@code inventory.not-enough-stock} is titled "Not enough stock". */
    public String title() {
        String reason = code.substring(code.indexOf('.') + 1).replace('-', ' ');
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }

    /** The members of the problem document, in the order of RFC 9457. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:daybook:problem:" + code);
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        members.putAll(more);
        return members;
    }
}
