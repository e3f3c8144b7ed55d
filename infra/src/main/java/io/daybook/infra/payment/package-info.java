/**
 * Stripe behind the port {@link io.daybook.command.payment.PaymentProvider}, by its own SDK: payment intents with manual capture, one
 * per attempt to pay for an order. A payment carries our order id and key in its metadata, so that it can be found again and its
 * webhooks can be told to whom they belong.
 *
 * <p>{@link io.daybook.infra.payment.StripePayments} asks, {@link io.daybook.infra.payment.StripeAnswers} reads the answers,
 * {@link io.daybook.infra.payment.StripeLine} is the way there with its deadlines and its circuit breaker, and
 * {@link io.daybook.infra.payment.StripeWebhookEndpoint} takes what Stripe tells by itself.
 */
@NullMarked
package io.daybook.infra.payment;

import org.jspecify.annotations.NullMarked;
