/** {@code bench load}: what it costs to have an aggregate's state at hand, by how long its history is and where it is kept. */
@NullMarked
package io.daybook.bench.load;

import org.jspecify.annotations.NullMarked;
