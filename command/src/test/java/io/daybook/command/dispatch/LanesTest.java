package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanesTest {
    @Test
    void tasks_of_one_key_run_in_the_order_they_came() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (Lanes lanes = new Lanes(8)) {
            IntStream.range(0, 500)
                    .forEach(n ->
                            assertThat(lanes.submit("key", () -> order.add(n))).isNotNull());
            lanes.submit("key", () -> "last").join();
        }
        assertThat(order).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void tasks_of_different_keys_run_side_by_side_up_to_the_width() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Lanes lanes = new Lanes(2)) {
            List<CompletableFuture<Boolean>> tasks = IntStream.range(0, 20)
                    .mapToObj(n -> lanes.submit("key-" + n, () -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        both.countDown();
                        both.await();
                        atOnce.decrementAndGet();
                        return true;
                    }))
                    .toList();
            tasks.forEach(CompletableFuture::join);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void a_task_behind_one_that_failed_does_not_run_and_the_key_is_free_afterwards() {
        CountDownLatch submitted = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        try (Lanes lanes = new Lanes(2)) {
            CompletableFuture<Integer> failing = lanes.submit("key", () -> {
                submitted.await();
                throw new IllegalStateException("no");
            });
            CompletableFuture<Integer> behind = lanes.submit("key", ran::incrementAndGet);
            submitted.countDown();

            assertThatThrownBy(failing::join).hasRootCauseMessage("no");
            assertThatThrownBy(behind::join).hasRootCauseMessage("no");
            assertThat(lanes.submit("other", ran::incrementAndGet).join()).isEqualTo(1);
        }
    }
}
