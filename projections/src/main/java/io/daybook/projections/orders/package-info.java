/** What every view of orders has in common. */
@NullMarked
package io.daybook.projections.orders;

import org.jspecify.annotations.NullMarked;
