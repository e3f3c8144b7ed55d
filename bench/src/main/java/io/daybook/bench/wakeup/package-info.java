/** {@code bench wakeup}: how long after an append a handler has the event, in the appending process and in another. */
@NullMarked
package io.daybook.bench.wakeup;

import org.jspecify.annotations.NullMarked;
