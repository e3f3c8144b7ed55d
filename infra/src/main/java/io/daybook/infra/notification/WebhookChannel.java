package io.daybook.infra.notification;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.daybook.command.notification.NotDelivered;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationChannel;
import io.daybook.command.notification.NotificationKind;
import io.daybook.domain.kernel.LocationId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts every message as JSON, signed as the Standard Webhooks specification says. A 2xx says that the other side has it; all else is
 * tried again, since a receiver that is being put right answers anything at all. A redirect is not followed: nobody has agreed to send
 * names and addresses there.
 */
final class WebhookChannel implements NotificationChannel, AutoCloseable {
    static final String NAME = "webhook";
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_NULL))
            .build();

    private final URI url;
    private final Duration timeout;
    private final WebhookSignature signature;
    private final CircuitBreaker circuit;
    private final Clock clock;
    private final HttpClient http;

    WebhookChannel(WebhookProperties properties, CircuitBreaker circuit, Clock clock) {
        url = properties.requiredUrl();
        timeout = properties.timeout();
        signature = new WebhookSignature(properties.secrets());
        this.circuit = circuit;
        this.clock = clock;
        http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean carries(NotificationKind kind, @Nullable LocationId location) {
        return true;
    }

    @Override
    public void deliver(Notification message) {
        byte[] body = JSON.writeValueAsBytes(WebhookBody.of(message));
        Circuits.through(circuit, () -> post(message.id(), body));
    }

    private void post(String id, byte[] body) {
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Daybook")
                .header(ID, id)
                .header(TIMESTAMP, Long.toString(now))
                .header(SIGNATURE, signature.of(id, now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        int status = answerTo(request);
        if (status / 100 != 2) {
            throw NotDelivered.yet("the receiver answered " + status, null);
        }
    }

    /** The client's own deadline ends with the first byte of an answer; this one is for all of it. */
    private int answerTo(HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw NotDelivered.yet(
                    "the receiver did not answer: " + cause.getClass().getSimpleName(), cause);
        } catch (TimeoutException e) {
            throw NotDelivered.yet("the receiver did not answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotDelivered.yet("the program is being stopped", e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
