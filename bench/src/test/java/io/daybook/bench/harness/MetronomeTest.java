package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetronomeTest {
    @Test
    void calls_begin_although_earlier_ones_have_not_returned() throws Exception {
        CountDownLatch together = new CountDownLatch(3);

        int calls = Metronome.beat(1_000, 20, () -> {
            together.countDown();
            if (!together.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the others did not begin");
            }
        });

        assertThat(calls).isGreaterThanOrEqualTo(3);
    }

    @Test
    void every_beat_is_one_call_and_all_have_returned() throws Exception {
        AtomicInteger returned = new AtomicInteger();

        int calls = Metronome.beat(1_000, 50, returned::incrementAndGet);

        // the shortest distance is half of the mean, the longest one and a half
        assertThat(calls).isBetween(33, 101).isEqualTo(returned.get());
    }

    @Test
    void a_call_that_fails_fails_the_measurement() {
        assertThatThrownBy(() -> Metronome.beat(1_000, 5, () -> {
                    throw new IllegalStateException("the server is gone");
                }))
                .hasRootCauseMessage("the server is gone");
    }
}
