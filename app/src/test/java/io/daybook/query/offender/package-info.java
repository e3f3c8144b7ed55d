/** A question that knows more than the kernel, which it must not. */
@NullMarked
package io.daybook.query.offender;

import org.jspecify.annotations.NullMarked;
