/**
 * How a generation is filled from the log beside the live one, handed over to Kafka without a gap, compared, and promoted. One node
 * at a time builds a view.
 */
@NullMarked
package io.daybook.projections.rebuild;

import org.jspecify.annotations.NullMarked;
