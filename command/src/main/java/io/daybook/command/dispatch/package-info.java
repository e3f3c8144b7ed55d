/**
 * The one way a wish travels: sent to its handler, decided in one unit of work, tried again when another append came first, and
 * answered once per idempotency key.
 */
@NullMarked
package io.daybook.command.dispatch;

import org.jspecify.annotations.NullMarked;
