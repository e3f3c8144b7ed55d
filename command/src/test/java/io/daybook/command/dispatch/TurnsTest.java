package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TurnsTest {
    private final Turns patient = new Turns(Duration.ofSeconds(30));
    private final Turns hasty = new Turns(Duration.ofMillis(20));
    private final Queue<String> served = new ConcurrentLinkedQueue<>();

    @Test
    void who_wants_the_same_is_served_in_the_order_of_coming() throws Exception {
        Turns.Turn first = patient.take(Set.of("mug"));
        Thread second = waiting("second", "mug");
        Thread third = waiting("third", "mug");

        served.add("first");
        first.close();
        second.join();
        third.join();

        assertThat(served).containsExactlyElementsOf(List.of("first", "second", "third"));
    }

    @Test
    void who_wants_several_things_stands_in_the_longest_line() throws Exception {
        Turns.Turn hot = patient.take(Set.of("hot"));
        Thread other = waiting("other", "hot");
        Thread both = waiting("both", "hot", "cold");
        Turns.Turn cold = patient.take(Set.of("cold"));

        hot.close();
        other.join();
        both.join();
        cold.close();

        assertThat(served).containsExactly("other", "both");
    }

    @Test
    void a_turn_that_does_not_come_in_time_is_told_and_leaves_no_one_behind() {
        Turns.Turn first = hasty.take(Set.of("mug"));

        assertThatThrownBy(() -> hasty.take(Set.of("mug")))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("mug");
        first.close();
        hasty.take(Set.of("mug")).close();
    }

    @Test
    void who_wants_something_else_does_not_wait() {
        try (Turns.Turn _ = hasty.take(Set.of("mug"))) {
            hasty.take(Set.of("cup")).close();
        }
    }

    /** Returns once the thread stands in line. */
    private Thread waiting(String name, String... wanted) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Turns.Turn _ = patient.take(Set.of(wanted))) {
                served.add(name);
            }
        });
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
