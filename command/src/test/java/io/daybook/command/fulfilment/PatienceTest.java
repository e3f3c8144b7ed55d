package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatienceTest {
    private static final OrderId ORDER = order("o-1");

    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1));

    @Test
    void one_looks_again_after_twice_as_long_each_time_up_to_a_bound() {
        List<Long> looks = new ArrayList<>();
        for (long second = 0; second <= 300; second += 10) {
            Instant now = NOW.plusSeconds(second);
            if (patience.isTurn(ORDER, now)) {
                looks.add(second);
                patience.waits(ORDER, now);
            }
        }
        assertThat(looks).containsExactly(0L, 20L, 60L, 120L, 180L, 240L, 300L);
    }

    @Test
    void a_bound_below_the_first_wait_makes_no_wait_shorter() {
        Patience steady = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(1));
        steady.waits(ORDER, NOW);
        assertThat(steady.isTurn(ORDER, NOW.plusSeconds(19))).isFalse();
        steady.waits(ORDER, NOW.plusSeconds(20));
        assertThat(steady.isTurn(ORDER, NOW.plusSeconds(39))).isFalse();
        assertThat(steady.isTurn(ORDER, NOW.plusSeconds(40))).isTrue();
    }

    @Test
    void a_look_out_of_turn_makes_nobody_wait_longer() {
        patience.waits(ORDER, NOW);
        patience.waits(ORDER, NOW.plusSeconds(19));

        assertThat(patience.isTurn(ORDER, NOW.plusSeconds(20))).isTrue();
    }

    @Test
    void what_happens_or_is_due_no_more_is_forgotten() {
        patience.waits(ORDER, NOW);
        patience.ends(ORDER);
        assertThat(patience.isTurn(ORDER, NOW)).isTrue();

        patience.waits(ORDER, NOW);
        patience.keepOnly(Set.of(order("o-2")));
        assertThat(patience.isTurn(ORDER, NOW)).isTrue();
    }
}
