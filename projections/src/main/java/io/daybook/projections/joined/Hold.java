package io.daybook.projections.joined;

import java.time.Instant;

/**
 * Units promised for a while.
 *
 * @param quantity at least 1
 * @param expiresAt the first moment at which they are free again
 */
public record Hold(int quantity, Instant expiresAt) {}
