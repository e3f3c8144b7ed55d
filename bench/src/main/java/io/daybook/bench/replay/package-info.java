/** {@code bench replay}: how fast everything that is in the log can be read again. */
@NullMarked
package io.daybook.bench.replay;

import org.jspecify.annotations.NullMarked;
