package io.daybook.bench.fulfilment;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** When what happened to one order, by the clock of the database that recorded it. */
final class Course {
    /** What is waited for, in the order in which it happens; the first two after {@link #PLACED} in any. */
    enum Step {
        PLACED("order.OrderPlaced"),
        CLEARED("order.OrderCleared"),
        AUTHORISED("payment.PaymentAuthorised"),
        CONFIRMED("order.OrderConfirmed"),
        SHIPPED("order.ItemsShipped"),
        CAPTURED("payment.PaymentCaptured");

        private final String event;

        Step(String event) {
            this.event = event;
        }

        /** The name of its event. */
        String event() {
            return event;
        }
    }

    private static final long PATIENCE_SECONDS = 60;

    private final Map<Step, CompletableFuture<Long>> steps = new EnumMap<>(Step.class);

    Course() {
        for (Step step : Step.values()) {
            steps.put(step, new CompletableFuture<>());
        }
    }

    private CompletableFuture<Long> of(Step step) {
        CompletableFuture<Long> known = steps.get(step);
        if (known == null) {
            throw new IllegalArgumentException(step.name());
        }
        return known;
    }

    /** @param micros of the database's clock */
    void happened(Step step, long micros) {
        var _ = of(step).complete(micros);
    }

    void await(Step step) throws Exception {
        var _ = of(step).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private long at(Step step) {
        return of(step).join();
    }

    /** Nanoseconds from one step to another, both of which have happened. */
    long between(Step from, Step to) {
        return TimeUnit.MICROSECONDS.toNanos(at(to) - at(from));
    }

    /** Nanoseconds from when nothing was missing any more. */
    long fromLastFactTo(Step to) {
        return TimeUnit.MICROSECONDS.toNanos(at(to) - Math.max(at(Step.CLEARED), at(Step.AUTHORISED)));
    }
}
