package io.daybook.infra.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.dispatch.Turns.Turn;
import io.daybook.infra.eventstore.TestLog;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresTurnsTest {
    private static final Set<String> LAMP = Set.of("LAMP-1");

    private final TestLog log = new TestLog();
    private final TestLog otherLog = log.other();
    private final PostgresTurns here = new PostgresTurns(log.connections.turns());
    private final PostgresTurns there = new PostgresTurns(otherLog.connections.turns());

    @AfterEach
    void close() {
        otherLog.close();
        log.close();
    }

    @Test
    void another_process_waits_for_its_turn_and_knows_that_it_did() throws Exception {
        Turn first = here.take(LAMP);
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> there.take(Set.of("LAMP-1", "VASE-1")));

        assertThat(first.waited()).isFalse();
        assertThat(second.completeOnTimeout(Turn.AT_ONCE, 300, TimeUnit.MILLISECONDS)
                        .get())
                .as("nobody has it twice")
                .isSameAs(Turn.AT_ONCE);
        first.close();
    }

    @Test
    void a_turn_that_ends_is_the_next_ones() throws Exception {
        Turn first = here.take(LAMP);
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> there.take(LAMP));
        first.close();

        try (Turn turn = second.get(1, TimeUnit.SECONDS);
                Turn other = here.take(Set.of("VASE-1"))) {
            assertThat(other.waited()).isFalse();
            assertThat(turn).isNotSameAs(Turn.AT_ONCE);
        }
        try (Turn again = here.take(LAMP)) {
            assertThat(again.waited()).isFalse();
        }
    }

    /** It may be a process that has been stopped. */
    @Test
    void who_waits_for_too_long_goes_on_without() {
        try (Turn forEver = here.take(LAMP)) {
            long begun = System.nanoTime();
            try (Turn turn = there.take(LAMP)) {
                assertThat(turn.waited()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
            }
            assertThat(forEver.waited()).isFalse();
        }
    }
}
