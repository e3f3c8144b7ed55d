/**
 * The view {@code product}: the joined row of catalogue and stock in PostgreSQL. It answers for the product card when the card's
 * own store cannot.
 */
@NullMarked
package io.daybook.projections.product;

import org.jspecify.annotations.NullMarked;
