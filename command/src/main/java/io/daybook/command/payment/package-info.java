/**
 * What the write side asks of whoever moves the money, in words of ours: {@link io.daybook.command.payment.PaymentProvider}.
 *
 * <p>Money is first authorised for a whole order, then captured in one or several parts as parcels leave, and what is left over is
 * released by the final capture or by a cancellation. What was captured can be refunded, in parts too. A wish carries a
 * {@link io.daybook.command.payment.PaymentKey}; repeated with the same key it is fulfilled once. A provider that does not answer
 * leaves us with {@link io.daybook.command.payment.PaymentUnanswered}, and tells the rest of the story later, by
 * {@link io.daybook.command.payment.PaymentNotice notices} or when it is asked to {@code find} it.
 */
@NullMarked
package io.daybook.command.payment;

import org.jspecify.annotations.NullMarked;
