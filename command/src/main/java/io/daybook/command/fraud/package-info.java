/** The look for fraud: a port, and rules of our own behind it. A service that knows more takes the port. */
@NullMarked
package io.daybook.command.fraud;

import org.jspecify.annotations.NullMarked;
