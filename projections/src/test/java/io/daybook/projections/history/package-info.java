/** A log and events for the tests of the read side. */
@NullMarked
package io.daybook.projections.history;

import org.jspecify.annotations.NullMarked;
