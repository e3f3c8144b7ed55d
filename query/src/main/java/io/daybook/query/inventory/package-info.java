/** What may be asked of stock: how much of a SKU is where, and how much of it can be sold. */
@NullMarked
package io.daybook.query.inventory;

import org.jspecify.annotations.NullMarked;
