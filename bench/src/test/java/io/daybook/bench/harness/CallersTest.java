package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.bench.harness.Callers.Calls;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallersTest {
    @Test
    void callers_call_at_the_same_time_until_the_time_is_over() throws Exception {
        Set<Integer> callers = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(4);

        Calls calls = Callers.call(4, 50, caller -> {
            if (callers.add(caller)) {
                together.await();
            }
        });

        assertThat(callers).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(calls.seconds()).isEqualTo(0.05);
        assertThat(calls.perSecond()).isEqualTo(calls.samples().count() / 0.05);
        assertThat(calls.samples().count()).isPositive();
    }

    @Test
    void a_call_that_outlasts_the_time_counts_if_it_is_the_only_one() throws Exception {
        Calls calls = Callers.call(1, 1, caller -> {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 20_000_000) {
                Thread.onSpinWait();
            }
        });

        assertThat(calls.samples().count()).isEqualTo(1);
        assertThat(calls.seconds()).isGreaterThanOrEqualTo(0.02);
        assertThat(calls.perSecond()).isLessThanOrEqualTo(50);
    }

    @Test
    void a_call_that_fails_fails_the_measurement() {
        assertThatThrownBy(() -> Callers.call(2, 10_000, caller -> {
                    throw new IllegalStateException("the server is gone");
                }))
                .hasRootCauseMessage("the server is gone");
    }

    @Test
    void a_percentile_is_the_nearest_rank() {
        Samples samples = new Samples();
        for (int i = 3_000; i >= 1; i--) {
            samples.add(i * 1_000L);
        }

        assertThat(samples.count()).isEqualTo(3_000);
        assertThat(samples.micros(0.5)).isEqualTo(1_500);
        assertThat(samples.micros(0.99)).isEqualTo(2_970);
        assertThat(samples.millis(1)).isEqualTo(3);
        assertThat(new Samples().micros(0.5)).isZero();
    }
}
