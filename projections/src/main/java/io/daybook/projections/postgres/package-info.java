/** Rows and progress in PostgreSQL: one partitioned table per view, one partition per generation, one transaction per batch. */
@NullMarked
package io.daybook.projections.postgres;

import org.jspecify.annotations.NullMarked;
