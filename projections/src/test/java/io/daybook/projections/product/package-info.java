/** Tests of the joined row in PostgreSQL. */
@NullMarked
package io.daybook.projections.product;

import org.jspecify.annotations.NullMarked;
