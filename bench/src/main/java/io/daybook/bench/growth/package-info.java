/** {@code bench growth}: whether the log costs the same when it is twenty times as long. */
@NullMarked
package io.daybook.bench.growth;

import org.jspecify.annotations.NullMarked;
