/** Stock counts as CSV: {@code sku,location,quantity}. */
@NullMarked
package io.daybook.app.imports.stock;

import org.jspecify.annotations.NullMarked;
