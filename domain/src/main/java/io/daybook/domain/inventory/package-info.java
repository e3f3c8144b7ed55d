/**
 * How much of a SKU lies at one location, and what of it is promised. Stock is received, counted and adjusted; a reservation
 * holds some of it until a moment in time; a confirmed reservation is an allocation; shipping takes it away, a return brings it
 * back. An item is known from its first receipt, count or return. Availability is computed with time: a hold counts until it
 * expires, whether or not anything runs then. A shelf that turns out to hold less than is promised has fallen short, and says by how
 * much, until goods come or promises are given back.
 */
@NullMarked
package io.daybook.domain.inventory;

import org.jspecify.annotations.NullMarked;
