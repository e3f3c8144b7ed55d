/** {@code bench forward}: how fast events reach Kafka, and how soon whoever reads committed has them. */
@NullMarked
package io.daybook.bench.forward;

import org.jspecify.annotations.NullMarked;
