package io.daybook.devservers.payments;

import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path without the query
 * @param form of the query, or of the body
 * @param key the idempotency key, or empty
 */
record Asked(
        String method,
        String path,
        Form form,
        String key,
        @Nullable String authorization) {

    /** What has to be the same for the same key. */
    String sameness() {
        return method + " " + path + " " + form.encoded();
    }

    /** One step of the path, from 0; empty past its end. */
    String step(int n) {
        String[] steps = path.substring(1).split("/", -1);
        return n < steps.length ? steps[n] : "";
    }

    Refusal unknownPath() {
        return Refusal.of(
                404, "invalid_request_error", null, "Unrecognized request URL (" + method + ": " + path + ").");
    }
}
