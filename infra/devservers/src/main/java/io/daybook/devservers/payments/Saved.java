package io.daybook.devservers.payments;

import java.util.Map;

/**
 * What an idempotency key was answered with.
 *
 * @param at seconds since 1970; keys are forgotten after a day
 * @param asked path and parameters of the request that it belongs to
 */
record Saved(String key, long at, String asked, Reply reply) {

    static final long KEPT_SECONDS = 24 * 3_600;

    Form row() {
        return new Form(Map.of(
                "key", key,
                "at", Long.toString(at),
                "asked", asked,
                "status", Integer.toString(reply.status()),
                "body", reply.body()));
    }

    static Saved of(Form row) {
        return new Saved(
                row.required("key"),
                row.number("at"),
                row.required("asked"),
                new Reply((int) row.number("status"), row.required("body")));
    }
}
