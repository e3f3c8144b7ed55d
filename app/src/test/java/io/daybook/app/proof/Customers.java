package io.daybook.app.proof;

import io.daybook.app.proof.Storefront.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Buyers and a warehouse, at a steady rate, whatever becomes of the processes. Who gets no answer or a 5xx asks again under the same
 * key until it is a yes. The warehouse ships what it hears was confirmed, as one that follows the log.
 */
final class Customers implements AutoCloseable {
    private static final long PAUSE_MILLIS = 300;
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(8);

    private final IntFunction<Storefront> shops;
    private final Log log;
    private final Map<String, CompletableFuture<Void>> confirmed = new ConcurrentHashMap<>();
    private final String sku;
    private final int perSecond;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param shops which process to try, by the number of the try */
    Customers(IntFunction<Storefront> shops, Log log, String sku, int perSecond) {
        this.shops = shops;
        this.log = log;
        this.sku = sku;
        this.perSecond = perSecond;
    }

    /** Returns when every wish was granted. */
    List<Fate> order(int orders) throws Exception {
        List<Fate> fates = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        threads.execute(this::hear);
        long start = System.nanoTime();
        for (int n = 0; n < orders; n++) {
            long due = start + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Fate fate = Fate.numbered(n);
            fates.add(fate);
            running.add(threads.submit(() -> live(fate)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        return fates;
    }

    private void live(Fate fate) {
        String order = fate.order();
        granted(
                order,
                shop -> shop.checkOut(
                        "place-" + order, order, "c-" + order, sku, fate.kind().method()));
        switch (fate.kind()) {
            case DECLINED, WATCHED, LEFT -> {}
            case CANCELLED -> post(order, "cancellation", Map.of("reason", "thought better of it"));
            case SHIPPED -> ship(order);
            case RETURNED -> {
                ship(order);
                post(
                        order,
                        "returns",
                        Map.of(
                                "id", "r",
                                "reason", "too small",
                                "items", List.of(Map.of("line", 1, "sku", sku, "quantity", 1))));
            }
        }
    }

    private CompletableFuture<Void> confirmation(String order) {
        return confirmed.computeIfAbsent(order, o -> new CompletableFuture<>());
    }

    private void hear() {
        long after = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Log.Confirmations news = log.confirmedAfter(after);
                news.orders().forEach(order -> confirmation(order).complete(null));
                after = news.position();
            } catch (IllegalStateException away) {
                // the database is down for a moment
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private void ship(String order) {
        confirmation(order).orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        post(order, "shipments", Map.of("id", "s"));
    }

    private void post(String order, String what, Map<String, ?> body) {
        granted(order, shop -> shop.sendOnce(what + "-" + order, "/orders/" + order + "/" + what, body));
    }

    private interface Asking {
        Answer at(Storefront shop);
    }

    private void granted(String order, Asking asking) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Object last = "nothing";
        for (int tries = Math.floorMod(order.hashCode(), 2); System.nanoTime() < end; tries++) {
            try {
                Answer answer = asking.at(shops.apply(tries));
                if (answer.accepted()) {
                    return;
                }
                if (answer.status() < 500) {
                    throw new IllegalStateException(order + ": " + answer);
                }
                last = answer;
            } catch (UncheckedIOException lost) {
                last = lost;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        throw new IllegalStateException(order + " was not granted its wish, but told " + last);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
