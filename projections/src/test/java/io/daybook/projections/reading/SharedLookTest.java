package io.daybook.projections.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedLookTest {
    private final Queue<Set<String>> looks = new ConcurrentLinkedQueue<>();

    @Test
    void who_comes_during_a_look_shares_the_next_one() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch allCame = new CountDownLatch(1);
        SharedLook<Integer> look = new SharedLook<>(
                keys -> {
                    looks.add(Set.copyOf(keys));
                    underWay.countDown();
                    await(allCame);
                    return looks.size();
                },
                Duration.ZERO);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = readers.submit(() -> look.at(List.of("a")));
            await(underWay);
            List<Thread> others = new ArrayList<>();
            Queue<Integer> answers = new ConcurrentLinkedQueue<>();
            for (String key : List.of("b", "c", "d")) {
                others.add(Thread.ofPlatform().start(() -> answers.add(look.at(List.of(key)))));
            }
            for (Thread other : others) {
                while (other.isAlive() && other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            allCame.countDown();
            for (Thread other : others) {
                other.join();
            }

            assertThat(first.get()).isEqualTo(1);
            assertThat(answers).containsExactly(2, 2, 2);
            assertThat(looks).containsExactly(Set.of("a"), Set.of("b", "c", "d"));
        }
    }

    @Test
    void looks_keep_their_pace() {
        SharedLook<Integer> look = new SharedLook<>(Set::size, Duration.ofMillis(30));
        long start = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertThat(look.at(List.of("a"))).isEqualTo(1);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(90));
    }

    @Test
    void a_look_that_fails_fails_for_those_who_shared_it_only() {
        SharedLook<Integer> look = new SharedLook<>(
                keys -> {
                    if (keys.contains("bad")) {
                        throw new IllegalArgumentException("bad");
                    }
                    return keys.size();
                },
                Duration.ZERO);

        assertThatThrownBy(() -> look.at(List.of("bad"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(look.at(List.of("good"))).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
