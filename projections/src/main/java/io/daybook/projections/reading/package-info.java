/** What every answer shares: reading one's own writes, that is, waiting until a view has seen what the caller has done. */
@NullMarked
package io.daybook.projections.reading;

import org.jspecify.annotations.NullMarked;
