/**
 * The view {@code order-status}: one row per order, with its lines, where their stock comes from, what was shipped and returned,
 * and every stage it went through. No personal data. A return of long ago has an id but no order: it leaves a tombstone.
 */
@NullMarked
package io.daybook.projections.orderstatus;

import org.jspecify.annotations.NullMarked;
