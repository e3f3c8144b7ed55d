/**
 * What every question has in common: what it waits for, what comes with an answer, and why one may be missing.
 * Nothing here knows a store.
 */
@NullMarked
package io.daybook.query.reading;

import org.jspecify.annotations.NullMarked;
