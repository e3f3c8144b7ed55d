package io.daybook.app.imports.job;

import io.daybook.domain.kernel.Refused;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long a job bears with a store that fails: each pause is twice as long as the one before.
 *
 * @param tries at least 1
 * @param first pause
 * @param longest pause
 */
record Patience(int tries, Duration first, Duration longest) {
    /** About two minutes: a database that restarts does not end an import. */
    static final Patience USUAL = new Patience(12, Duration.ofMillis(50), Duration.ofSeconds(30));

    /**
     * @param wanted asked before every try
     * @throws Refused at once
     * @throws RuntimeException the last failure
     * @throws InterruptedException if it is no longer wanted
     */
    <T> T untilDone(Supplier<T> work, BooleanSupplier wanted) throws InterruptedException {
        Duration pause = first;
        for (int tried = 1; ; tried++) {
            if (!wanted.getAsBoolean()) {
                throw new InterruptedException("the job was told to stop");
            }
            try {
                return work.get();
            } catch (Refused refused) {
                throw refused;
            } catch (RuntimeException failure) {
                if (tried == tries) {
                    throw failure;
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(longest) > 0 ? longest : pause.multipliedBy(2);
        }
    }
}
