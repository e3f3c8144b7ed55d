/**
 * Carries the log to Kafka: every event once for a consumer that reads committed, in order per key, by one transaction per batch.
 */
@NullMarked
package io.daybook.infra.forwarder;

import org.jspecify.annotations.NullMarked;
