package io.daybook.devservers.payments;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Delivers notices until the endpoint has taken them, each on its own thread, so in no order; what is still waiting is tried again
 * after a restart. A real provider goes on for days, this one for some minutes.
 */
final class Webhooks implements AutoCloseable {

    private static final int TRIES = 12;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Takes up what an earlier run left. */
    void resume(Account account) {
        account.waiting().forEach(notice -> later(account, notice, 0));
    }

    /** Returns at once, unless the notices are to be there before the answer. */
    void send(Account account, List<Notice> notices, Set<Fault> faults) {
        for (Notice notice : notices) {
            if (faults.contains(Fault.WEBHOOK_LOST)
                    || (faults.contains(Fault.WEBHOOK_BEFORE_ANSWER) && post(account, notice))) {
                forget(account, notice);
            } else {
                later(account, notice, faults.contains(Fault.WEBHOOK_LATE) ? webhookDelay(account) : 0);
            }
            if (faults.contains(Fault.WEBHOOK_TWICE)) {
                later(account, notice, FIRST_PAUSE_MILLIS);
            }
        }
    }

    private void later(Account account, Notice notice, long millis) {
        var _ = threads.submit(() -> deliver(account, notice, millis));
    }

    private void deliver(Account account, Notice notice, long millis) {
        long pause = millis;
        for (int n = 0; n < TRIES; n++) {
            if (!pause(pause)) {
                return;
            }
            if (post(account, notice)) {
                break;
            }
            pause = Math.min(FIRST_PAUSE_MILLIS << n, LONGEST_PAUSE_MILLIS);
        }
        forget(account, notice);
    }

    private boolean post(Account account, Notice notice) {
        Endpoint endpoint;
        long now;
        synchronized (account) {
            endpoint = account.endpoint();
            now = account.now();
        }
        if (endpoint == null) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", Signature.header(now, notice.payload(), endpoint.secret()))
                .POST(HttpRequest.BodyPublishers.ofString(notice.payload()))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException notTaken) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long webhookDelay(Account account) {
        synchronized (account) {
            return account.plan().webhookDelayMillis();
        }
    }

    private static void forget(Account account, Notice notice) {
        synchronized (account) {
            account.forget(notice);
            account.commit();
        }
    }

    /** @return false if there is no time for it any more */
    private static boolean pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
