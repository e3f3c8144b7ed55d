package io.daybook.infra.eventstore;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The executor that coordinates pooled processors. Axon's coordinator looks again after a fixed 100 ms whenever a segment's buffer of
 * 1,024 events is full, which caps a processor at about 10,000 events a second however fast its handler is. This shortens exactly that
 * delay. A test measures it, so that another Axon cannot silently bring it back.
 */
public final class EagerCoordinator extends ScheduledThreadPoolExecutor {
    private static final long AXONS_PAUSE_MILLIS = 100;
    /**
     * Not shorter: Axon counts the whole buffer for each event that it adds, so a buffer that is kept full costs most. Handlers that take
     * less than 2 us each find it empty for a moment.
     */
    private static final long OUR_PAUSE_MICROS = 2_000;

    public EagerCoordinator(String processor) {
        super(1, Thread.ofPlatform().daemon().name("coordinator-" + processor).factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        boolean bufferFull = unit == TimeUnit.MILLISECONDS && delay == AXONS_PAUSE_MILLIS;
        return bufferFull
                ? super.schedule(task, OUR_PAUSE_MICROS, TimeUnit.MICROSECONDS)
                : super.schedule(task, delay, unit);
    }
}
