/** Tests of the joined row. */
@NullMarked
package io.daybook.projections.joined;

import org.jspecify.annotations.NullMarked;
