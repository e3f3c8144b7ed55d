package io.daybook.bench.wakeup;

import io.daybook.bench.books.Books;
import io.daybook.bench.books.Reading;
import io.daybook.bench.harness.Samples;
import io.daybook.bench.ledger.EntryPosted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Waits for events with a real pooled processor, and notes how old each was when its handler had it. */
public final class Watcher {
    private static final long POLL_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** Appended by whoever makes sure that a watcher is awake; counts for nothing. */
    static final String HELLO = "hello-";

    private final Books books;
    private volatile Samples ages = new Samples();
    private volatile boolean greeted;
    private @Nullable Reading reading;

    Watcher(Books books) {
        this.books = books;
    }

    @EventHandler
    public void on(EntryPosted entry) {
        if (entry.ledger.startsWith(HELLO)) {
            greeted = true;
        } else {
            ages.add(Moment.nanosSince(entry.ledger));
        }
    }

    /** Begins to watch behind the last event; follow with a {@link #HELLO} and {@link #awaitGreeting}. */
    void start() {
        ages = new Samples();
        greeted = false;
        Reading begun = Reading.fromHead(books, this);
        reading = begun;
        await("a processor that has begun", () -> begun.segments() > 0);
    }

    void awaitGreeting() {
        await("the first event", () -> greeted);
    }

    /** Waits until that many events have come, and stops watching. */
    Map<String, Double> finish(int events) {
        await(events + " events", () -> ages.count() >= events);
        stop();
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("p50_ms", ages.millis(0.5));
        seen.put("p99_ms", ages.millis(0.99));
        return seen;
    }

    void stop() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    /** What is waited for. */
    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(what + " did not come");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
