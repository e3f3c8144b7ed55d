/** Tests of waiting for one's own writes. */
@NullMarked
package io.daybook.projections.reading;

import org.jspecify.annotations.NullMarked;
