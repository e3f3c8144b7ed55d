package io.daybook.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PledgesTest {
    private static final OrderId ORDER = new OrderId("1001");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void they_are_what_a_plain_map_would_be_after_any_changes() {
        Random random = new Random(1);
        Map<ReservationId, Hold> plain = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        Pledges<Hold> pledges = Pledges.none();
        for (int step = 0; step < 5_000; step++) {
            ReservationId id = ReservationId.of(ORDER, 1 + random.nextInt(300));
            if (random.nextInt(3) == 0) {
                pledges = pledges.without(id);
                plain.remove(id);
            } else {
                Hold hold = new Hold(ORDER, 1 + random.nextInt(9), NOON.plusSeconds(random.nextInt(100)), false);
                pledges = pledges.with(id, hold);
                plain.put(id, hold);
            }
            Instant time = NOON.plusSeconds(random.nextInt(110) - 5);
            assertThat(pledges.units())
                    .isEqualTo(plain.values().stream().mapToInt(Hold::quantity).sum());
            assertThat(pledges.unitsAt(time))
                    .isEqualTo(plain.values().stream()
                            .filter(hold -> hold.isLiveAt(time))
                            .mapToInt(Hold::quantity)
                            .sum());
            assertThat(pledges.get(id)).isEqualTo(plain.get(id));
        }
        assertThat(pledges).isEqualTo(plain);
        assertThat(pledges.keySet()).containsExactlyElementsOf(plain.keySet());
    }

    @Test
    void a_change_leaves_what_was_there_as_it_was() {
        ReservationId first = ReservationId.of(ORDER, 1);
        ReservationId second = ReservationId.of(ORDER, 2);
        Hold hold = new Hold(ORDER, 3, NOON, false);
        Pledges<Hold> one = Pledges.<Hold>none().with(first, hold);

        Pledges<Hold> two = one.with(second, hold);
        Pledges<Hold> other = one.without(first);

        assertThat(one).isEqualTo(Map.of(first, hold));
        assertThat(two).isEqualTo(Map.of(first, hold, second, hold));
        assertThat(other).isEmpty();
        assertThat(one.without(second)).isSameAs(one);
    }
}
