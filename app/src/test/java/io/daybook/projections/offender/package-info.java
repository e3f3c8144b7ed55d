/** A projection that sends, which no projection may. */
@NullMarked
package io.daybook.projections.offender;

import org.jspecify.annotations.NullMarked;
