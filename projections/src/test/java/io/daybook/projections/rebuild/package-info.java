/** Tests of what a rebuild asks Kafka. */
@NullMarked
package io.daybook.projections.rebuild;

import org.jspecify.annotations.NullMarked;
