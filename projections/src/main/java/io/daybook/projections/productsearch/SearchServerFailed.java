package io.daybook.projections.productsearch;

import org.jspecify.annotations.Nullable;

/** Elasticsearch refused, or did not answer. */
final class SearchServerFailed extends RuntimeException {
    private final int status;

    /**
     * @param status its HTTP status, 0 if there was no answer
     */
    SearchServerFailed(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The server is there and has its index, but cannot make sense of what it was asked: a defect of ours. */
    boolean isOfRequest() {
        return status == 400;
    }
}
