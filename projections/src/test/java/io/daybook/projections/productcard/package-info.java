/** Tests of the product card, on a real Redis. */
@NullMarked
package io.daybook.projections.productcard;

import org.jspecify.annotations.NullMarked;
