package io.daybook.infra.payment;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentUnanswered;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way to Stripe. Every try has a deadline, the SDK repeats what got no answer with the same idempotency key, and when too many
 * calls get none the circuit opens: then nobody is asked for a while, so that an outage there does not pile up threads here.
 */
final class StripeLine {
    static final String NAME = "stripe";

    /** One or more requests that together are one call. */
    @FunctionalInterface
    interface Call<T> {
        T make(V1Services stripe) throws StripeException;
    }

    private final StripeClient client;
    private final CircuitBreaker circuit;
    private final boolean closed;

    StripeLine(StripeProperties properties, CircuitBreaker circuit) {
        this.circuit = circuit;
        closed = properties.secretKey().isBlank();
        client = StripeClient.builder()
                .setApiKey(closed ? "not-set" : properties.secretKey())
                .setApiBase(properties.url().toString())
                .setConnectTimeout(millis(properties.connectTimeout()))
                .setReadTimeout(millis(properties.readTimeout()))
                .setMaxNetworkRetries(properties.retries())
                .build();
    }

    /** What counts as a failure is a call without an answer; a "no" is an answer. */
    static CircuitBreakerConfig circuit(StripeProperties.Circuit wanted) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(wanted.calls())
                .minimumNumberOfCalls(Math.max(1, wanted.calls() / 2))
                .failureRateThreshold(wanted.failing())
                .waitDurationInOpenState(wanted.open())
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(StripeLine::isSilence)
                .build();
    }

    static RequestOptions with(PaymentKey key) {
        return RequestOptions.builder().setIdempotencyKey(key.value()).build();
    }

    /**
     * @throws StripeException for an answer that is a "no"
     * @throws PaymentUnanswered if there is none
     */
    <T> T call(Call<T> call) throws StripeException {
        if (closed) {
            throw PaymentUnanswered.wrong("daybook.payments.stripe.secret-key is not set", null);
        }
        try {
            return circuit.executeCheckedSupplier(() -> call.make(client.v1()));
        } catch (CallNotPermittedException open) {
            throw PaymentUnanswered.notNow("the payment provider is not asked for now: it did not answer lately", open);
        } catch (StripeException answer) {
            if (answer instanceof ApiException) {
                throw PaymentUnanswered.failed("the payment provider failed: " + answer.getMessage(), answer);
            }
            if (isSilence(answer)) {
                throw PaymentUnanswered.lost("the payment provider did not answer: " + answer.getMessage(), answer);
            }
            throw answer;
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One call may be several tries, and an earlier one than the last may have come through: nothing is known of it. */
    private static boolean isSilence(Throwable failure) {
        return failure instanceof ApiConnectionException
                || failure instanceof ApiException
                || failure instanceof RateLimitException
                || (failure instanceof StripeException answer && status(answer.getStatusCode()) == 409);
    }

    private static int status(@Nullable Integer code) {
        return code == null ? 0 : code;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
