/**
 * One row per SKU, joined from catalogue and stock, and the answers computed from it. Three views keep this row (search, card and
 * the card's fallback in PostgreSQL), each in its own store; they share the fold, or they would disagree about what is in stock.
 * Quantities are never stored: they follow from what is stored and the time of the question.
 */
@NullMarked
package io.daybook.projections.joined;

import org.jspecify.annotations.NullMarked;
