package io.daybook.app.imports.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends units side by side and hands their outcomes on in the order of the file. Units that share a key wait for each other, so what
 * happens to one SKU happens in the order of the file, and no two commands in flight fight for one item.
 */
final class Conveyor {
    /** Units read ahead for each one in flight, so that those that wait for a key do not leave the others idle. */
    private static final int AHEAD = 4;

    private record Running(Unit unit, CompletableFuture<Outcome> outcome) {}

    private final Sender sender;
    private final Semaphore slots;
    private final int window;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final Deque<Running> running = new ArrayDeque<>();
    private final Map<String, CompletableFuture<Outcome>> lastOfKey = new HashMap<>();

    /**
     * @param inFlight units that are sent at the same time
     */
    Conveyor(Sender sender, int inFlight) {
        this.sender = sender;
        this.slots = new Semaphore(inFlight);
        this.window = inFlight * AHEAD;
    }

    /** Lets what is in flight end and sends nothing more. */
    void stop() {
        wanted.set(false);
    }

    /**
     * Returns when every unit is acknowledged and handed on, or after {@link #stop()}.
     *
     * @return whether every unit was sent
     * @throws RuntimeException the first failure that patience could not outlast; what came before it was handed on
     */
    boolean run(Iterator<Unit> units, Consumer<Outcome> acknowledged) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (wanted.get() && units.hasNext()) {
                    start(units.next(), threads);
                    handOn(acknowledged, window);
                }
                handOn(acknowledged, 0);
                return wanted.get();
            } finally {
                stop();
            }
        }
    }

    private void start(Unit unit, ExecutorService threads) {
        List<CompletableFuture<Outcome>> before = new ArrayList<>();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        for (String key : unit.keys()) {
            CompletableFuture<Outcome> last = lastOfKey.put(key, outcome);
            if (last != null) {
                before.add(last);
            }
        }
        running.add(new Running(unit, outcome));
        threads.execute(() -> send(unit, before, outcome));
    }

    private void send(Unit unit, List<CompletableFuture<Outcome>> before, CompletableFuture<Outcome> outcome) {
        try {
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new)).join();
            slots.acquire();
            try {
                outcome.complete(sender.send(unit, wanted::get));
            } finally {
                slots.release();
            }
        } catch (CompletionException e) {
            outcome.completeExceptionally(cause(e));
        } catch (InterruptedException | RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Waits for the oldest until at most so many are left. */
    private void handOn(Consumer<Outcome> acknowledged, int left) {
        while (running.size() > left) {
            Running oldest = running.element();
            Outcome outcome = await(oldest.outcome());
            if (outcome == null) {
                return;
            }
            running.remove();
            oldest.unit().keys().forEach(key -> lastOfKey.remove(key, oldest.outcome()));
            acknowledged.accept(outcome);
        }
    }

    /** Null if the unit was not sent because the job was stopped. */
    private static @Nullable Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            switch (cause(e)) {
                case InterruptedException _ -> {
                    return null;
                }
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    private static Throwable cause(CompletionException e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
