/** Tests of the view of stock. */
@NullMarked
package io.daybook.projections.stocklevel;

import org.jspecify.annotations.NullMarked;
