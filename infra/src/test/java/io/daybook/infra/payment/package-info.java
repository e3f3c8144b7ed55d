/** The payment provider against the sandbox, over HTTP. */
@NullMarked
package io.daybook.infra.payment;

import org.jspecify.annotations.NullMarked;
