/**
 * The log: appends that decide conflicts, streams that skip nothing and wake at once, and the check that this is still the log that
 * tokens and marks were made for.
 */
@NullMarked
package io.daybook.infra.eventstore;

import org.jspecify.annotations.NullMarked;
