package io.daybook.app.proof;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Kills one after the other at random moments, each for a random while, until it is told to stop. */
final class Casualties implements AutoCloseable {
    /** Everything that a bank can do but say no, in a tenth of all calls. */
    static final String MISBEHAVIOUR = "permille=100&seed=17&delay_ms=1500&webhook_delay_ms=3000&kinds=delay,error_500,"
            + "error_500_after_success,rate_limit,timeout,timeout_after_success,webhook_late,webhook_twice,"
            + "webhook_before_answer,webhook_lost";

    /** The same, and failures that are kept: until a key is given up takes a while, so these are for long runs. */
    static final String OBSTINATE = MISBEHAVIOUR + ",error_500_kept";

    /** Programs die three times as often as each server: they are what is proved. */
    private static final int PROGRAM_WEIGHT = 3;

    private static final int LONGEST_DEATH_MILLIS = 2_000;

    /** A process that can be killed as a power cut would. */
    interface Victim {
        String name();

        void kill();

        /** Returns when it is there again. */
        void restart();
    }

    private final List<Victim> victims = new ArrayList<>();
    private final Runnable misbehave;
    private final Random random;
    private final int most;
    private final int peaceMillis;
    private final Map<String, Integer> killed = new TreeMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param misbehave tells the bank to, which forgets it when it dies
     * @param most kills
     * @param peaceMillis the longest time between two
     */
    Casualties(List<Victim> victims, Runnable misbehave, Random random, int most, int peaceMillis) {
        for (Victim victim : victims) {
            this.victims.addAll(Collections.nCopies(victim.name().equals("program") ? PROGRAM_WEIGHT : 1, victim));
        }
        this.misbehave = misbehave;
        this.random = random;
        this.most = most;
        this.peaceMillis = peaceMillis;
        thread = Thread.ofPlatform().name("casualties").start(this::run);
    }

    /** Every kind of server there is, the bank too. */
    static List<Victim> among(DevServers servers) {
        return Arrays.stream(Kind.values())
                .<Victim>map(kind -> new Victim() {
                    @Override
                    public String name() {
                        return kind.label();
                    }

                    @Override
                    public void kill() {
                        servers.kill(kind);
                    }

                    @Override
                    public void restart() {
                        servers.restart(kind);
                    }
                })
                .toList();
    }

    private void run() {
        try {
            for (int n = 0; n < most && !isOverAfter(random.nextInt(peaceMillis)); n++) {
                Victim victim = victims.get(random.nextInt(victims.size()));
                victim.kill();
                killed.merge(victim.name(), 1, Integer::sum);
                var _ = isOverAfter(random.nextInt(LONGEST_DEATH_MILLIS));
                victim.restart();
                if (victim.name().equals(Kind.PAYMENTS.label())) {
                    misbehave.run();
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            // long before anybody asks
            System.out.println("somebody did not come back: " + e);
        }
    }

    private boolean isOverAfter(int millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everybody lives when this returns. @return how many died of each */
    Map<String, Integer> stop() throws InterruptedException {
        over.countDown();
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("somebody did not come back", failure);
        }
        return killed;
    }

    @Override
    public void close() {
        over.countDown();
    }
}
