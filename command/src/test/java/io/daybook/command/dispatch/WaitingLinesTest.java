package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.ReadAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaitingLinesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Receipt DONE = new Receipt(false, new ReadAfter(List.of()));

    /** Who was decided together, in order. */
    private final Queue<List<String>> sittings = new ConcurrentLinkedQueue<>();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private final WaitingLines lines = new WaitingLines(this::sit);

    private record Wanting(String aggregateId, Set<String> wanted) implements Command, Contended {}

    private void sit(List<Wish> wishes) {
        sittings.add(wishes.stream().map(wish -> wish.command().aggregateId()).toList());
        begun.countDown();
        if (wishes.getFirst().command().aggregateId().equals("first")) {
            await(open);
        }
        wishes.forEach(wish -> wish.rule(new Wish.Verdict.Answered(DONE)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Wish wish(Duration patience, String name, String... wanted) {
        return new Wish(new Wanting(name, Set.of(wanted)), MetaData.emptyInstance(), null, patience);
    }

    /** Returns once the thread waits in its line, or leads it. */
    private Thread standing(String name, String... wanted) {
        Thread thread = Thread.ofPlatform().start(() -> lines.stand(wish(LONG, name, wanted)));
        while (thread.isAlive()
                && thread.getState() != Thread.State.TIMED_WAITING
                && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void those_that_wait_are_decided_together_in_the_order_they_came() throws Exception {
        List<Thread> threads = new ArrayList<>(List.of(standing("first", "mug")));
        await(begun);
        threads.add(standing("second", "mug"));
        threads.add(standing("third", "mug"));

        open.countDown();
        join(threads);

        assertThat(sittings).containsExactly(List.of("first"), List.of("second", "third"));
        assertThat(lines.size()).isZero();
    }

    @Test
    void no_more_than_sixty_four_are_decided_together() throws Exception {
        List<Thread> threads = new ArrayList<>(List.of(standing("first", "mug")));
        await(begun);
        List<String> others = IntStream.range(0, 70).mapToObj(n -> "n" + n).toList();
        others.forEach(name -> threads.add(standing(name, "mug")));

        open.countDown();
        join(threads);

        assertThat(sittings).containsExactly(List.of("first"), others.subList(0, 64), others.subList(64, 70));
    }

    @Test
    void who_wants_several_things_stands_in_the_longest_line() throws Exception {
        List<Thread> threads = new ArrayList<>(List.of(standing("first", "hot")));
        await(begun);
        threads.add(standing("other", "hot"));
        threads.add(standing("both", "cold", "hot"));

        open.countDown();
        join(threads);

        assertThat(sittings).containsExactly(List.of("first"), List.of("other", "both"));
    }

    @Test
    void a_wish_whose_turn_does_not_come_in_time_is_told_and_never_decided() throws Exception {
        Thread first = standing("first", "mug");
        await(begun);

        assertThatThrownBy(() -> lines.stand(wish(Duration.ofMillis(20), "hasty", "mug")))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("mug");
        open.countDown();
        first.join();
        lines.stand(wish(LONG, "last", "mug"));

        assertThat(sittings).containsExactly(List.of("first"), List.of("last"));
        assertThat(lines.size()).isZero();
    }

    @Test
    void an_interrupted_sender_leaves_the_line_and_stays_interrupted() throws Exception {
        Thread first = standing("first", "mug");
        await(begun);
        CountDownLatch kept = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().start(() -> {
            assertThatThrownBy(() -> lines.stand(wish(LONG, "gone", "mug"))).isInstanceOf(Busy.class);
            if (Thread.currentThread().isInterrupted()) {
                kept.countDown();
            }
        });

        waiting.interrupt();
        waiting.join();
        open.countDown();
        first.join();

        assertThat(kept.getCount()).isZero();
        assertThat(sittings).containsExactly(List.of("first"));
    }

    @Test
    void a_leader_that_dies_leaves_nobody_waiting() {
        WaitingLines broken = new WaitingLines(wishes -> {
            throw new IllegalStateException("no room");
        });

        assertThatThrownBy(() -> broken.stand(wish(LONG, "first", "mug"))).hasMessage("no room");
        assertThat(broken.size()).isZero();
    }

    @Test
    void who_is_sent_on_is_decided_again_with_what_was_found_on_the_way() {
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Wish moving = wish(LONG, "moving", "order-1");
        WaitingLines sending = new WaitingLines(wishes -> wishes.forEach(w -> {
            order.add(String.join("+", w.names()));
            boolean known = w.names().contains("mug");
            w.needs("mug");
            w.rule(known ? new Wish.Verdict.Answered(DONE) : new Wish.Verdict.Elsewhere());
        }));

        sending.stand(moving);

        assertThat(order).containsExactly("order-1", "mug+order-1");
        assertThat(moving.receipt()).isEqualTo(DONE);
    }
}
