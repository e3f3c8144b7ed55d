package io.daybook.app.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be.
 *
 * @param body for one command or query
 * @param batch for a batch of stock commands, one a line
 * @param upload for a file that an operator imports
 */
@ConfigurationProperties("daybook.limits")
record ProblemLimits(DataSize body, DataSize batch, DataSize upload) {

    /** Bytes. */
    long of(String path) {
        if (path.startsWith("/admin/imports/")) {
            return upload.toBytes();
        }
        return path.equals("/inventory/batch") ? batch.toBytes() : body.toBytes();
    }
}
