package io.daybook.app.problem;

import java.io.IOException;

/** A body went on beyond its limit. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1;

    private final long limit;

    /**
     * @param limit in bytes
     */
    BodyTooLarge(long limit) {
        super("body is larger than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
