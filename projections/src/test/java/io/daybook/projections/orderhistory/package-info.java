/** Tests of the view of a customer's orders. */
@NullMarked
package io.daybook.projections.orderhistory;

import org.jspecify.annotations.NullMarked;
