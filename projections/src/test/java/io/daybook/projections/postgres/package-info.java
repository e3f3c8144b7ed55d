/** Tests of the store in PostgreSQL, and the database that tests of the read side share. */
@NullMarked
package io.daybook.projections.postgres;

import org.jspecify.annotations.NullMarked;
