/** Classes that break the rules for {@code domain} on purpose: each rule must find its own. */
@NullMarked
package io.daybook.domain.offender;

import org.jspecify.annotations.NullMarked;
