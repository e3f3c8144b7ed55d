/**
 * The view {@code stock-level}: one row per SKU with its stock at every location that ever held it. What is held and sellable is
 * computed at the moment of the answer, since holds end without an event.
 */
@NullMarked
package io.daybook.projections.stocklevel;

import org.jspecify.annotations.NullMarked;
