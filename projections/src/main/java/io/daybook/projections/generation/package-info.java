/**
 * Which generations of a view there are and which one answers. The truth is one row in PostgreSQL; every node has a copy that a
 * notification renews.
 */
@NullMarked
package io.daybook.projections.generation;

import org.jspecify.annotations.NullMarked;
