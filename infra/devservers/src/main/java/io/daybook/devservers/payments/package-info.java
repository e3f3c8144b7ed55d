/**
 * A payment provider of our own that speaks the part of Stripe's API that a shop with manual capture needs: payment intents (create
 * and confirm in one, retrieve, list, search, capture in one or several parts, cancel), refunds (create, list), idempotency keys, errors
 * and signed webhooks. It moves no money, and it can be told to misbehave, which the real one cannot.
 *
 * <p>Every secret key {@code sk_test_…} is an account of its own, so that tests that share a server do not meet. What a provider must
 * not forget stands in a journal and is there again after a restart: payments, refunds, answers by idempotency key, and webhooks that
 * were not delivered. {@link io.daybook.devservers.payments.Control} is how it is told what to do; it is no part of Stripe's contract.
 */
@NullMarked
package io.daybook.devservers.payments;

import org.jspecify.annotations.NullMarked;
