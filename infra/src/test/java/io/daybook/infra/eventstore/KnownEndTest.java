package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.infra.eventstore.KnownEnd.End;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownEndTest {
    private static final UUID LOG = UUID.randomUUID();
    private static final int BACKEND = 7;
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-27T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final KnownEnd known = new KnownEnd(nanos::get);

    @Test
    void nothing_is_known_at_first_or_of_another_log_or_another_server_process() {
        assertThat(known.in(LOG, BACKEND)).isNull();

        known.told(new End(3, NOON), LOG, BACKEND);

        assertThat(known.in(LOG, BACKEND)).isEqualTo(new End(3, NOON));
        assertThat(known.in(UUID.randomUUID(), BACKEND)).isNull();
        assertThat(known.in(LOG, BACKEND + 1)).isNull();
    }

    @Test
    void the_time_is_what_the_server_said_and_what_has_gone_by_since() {
        known.told(new End(3, NOON), LOG, BACKEND);
        passes(2_999);
        known.moved(new End(4, NOON.plusNanos(2_000)));
        passes(2_001);

        assertThat(known.in(LOG, BACKEND)).isEqualTo(new End(4, NOON.plusNanos(5_000)));
    }

    @Test
    void the_server_is_asked_again_after_a_second() {
        known.told(new End(3, NOON), LOG, BACKEND);
        passes(TimeUnit.MILLISECONDS.toNanos(600));
        known.moved(new End(4, NOON));
        passes(TimeUnit.MILLISECONDS.toNanos(400));
        assertThat(known.in(LOG, BACKEND)).isNotNull();
        passes(1);

        assertThat(known.in(LOG, BACKEND)).isNull();
        assertThat(known.lastSeen()).isEqualTo(4);
        known.told(new End(5, NOON), LOG, BACKEND);
        assertThat(known.in(LOG, BACKEND)).isEqualTo(new End(5, NOON));
    }

    @Test
    void where_somebody_else_writes_the_end_is_looked_for_for_a_while() {
        known.told(new End(3, NOON), LOG, BACKEND);
        known.wasTaken();
        for (int n = 0; n < 64; n++) {
            assertThat(known.in(LOG, BACKEND)).isNull();
            known.told(new End(4 + n, NOON), LOG, BACKEND);
        }

        assertThat(known.in(LOG, BACKEND)).isEqualTo(new End(67, NOON));
        known.forget();
        assertThat(known.in(LOG, BACKEND)).isNull();
        assertThat(known.lastSeen()).isEqualTo(67);
    }

    private void passes(long time) {
        nanos.addAndGet(time);
    }
}
