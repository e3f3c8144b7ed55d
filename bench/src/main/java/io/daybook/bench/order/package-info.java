/** {@code bench order}: what it costs to put a log in order, by the ways there are (docs/adr/0010). */
@NullMarked
package io.daybook.bench.order;

import org.jspecify.annotations.NullMarked;
