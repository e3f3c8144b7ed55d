/** Handlers that break the rules for {@code command} on purpose. */
@NullMarked
package io.daybook.command.offender;

import org.jspecify.annotations.NullMarked;
