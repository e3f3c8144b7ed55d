/** Tests of the view of how orders stand. */
@NullMarked
package io.daybook.projections.orderstatus;

import org.jspecify.annotations.NullMarked;
