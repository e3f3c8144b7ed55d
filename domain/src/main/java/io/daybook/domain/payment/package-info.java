/**
 * The life of an order's money. Somebody wants something of the provider ({@code PaymentRequested}, {@code CaptureRequested},
 * {@code RefundRequested}, {@code VoidRequested}), in the commit that makes it due; the provider is asked outside any transaction;
 * what it said is a fact of its own. So the log says at every moment what is owed to whom, and whoever finds something asked and
 * not answered may ask again: {@link io.daybook.domain.payment.Payment#due}.
 *
 * <p>Asked for, authorised or declined (then the buyer may ask again with something else); captured shipment by shipment, the last
 * one taking what is left; refunded return by return; or released, if the order ends before anything was captured. Money that is
 * set aside after all for an order that has ended is released at once.
 *
 * <p>There is one payment per order, and none for an order on invoice: to such a payment nothing happens.
 */
@NullMarked
package io.daybook.domain.payment;

import org.jspecify.annotations.NullMarked;
