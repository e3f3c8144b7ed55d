/** The engine tried as a whole, on real Kafka and PostgreSQL, with a log in memory. */
@NullMarked
package io.daybook.projections.running;

import org.jspecify.annotations.NullMarked;
