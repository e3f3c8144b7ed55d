/**
 * The view {@code order-history}: one short row per order, found by customer, the latest first. No personal data. A return of long
 * ago has an id but no order: it leaves a tombstone.
 */
@NullMarked
package io.daybook.projections.orderhistory;

import org.jspecify.annotations.NullMarked;
