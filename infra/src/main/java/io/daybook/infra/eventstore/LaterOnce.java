package io.daybook.infra.eventstore;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes snapshots on a thread of its own, a second after they were asked for. Axon asks for no other snapshot of an aggregate while
 * one is pending, so an item that sells by the thousand is written once a second and not with every hundredth event.
 */
final class LaterOnce implements Executor {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("snapshots").factory());

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Axon logs what goes wrong inside
    public void execute(Runnable snapshot) {
        thread.schedule(snapshot, 1, TimeUnit.SECONDS);
    }
}
