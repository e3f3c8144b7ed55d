package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimsTest {
    private final Claims claims = new Claims();

    private static NavigableSet<String> names(String... names) {
        return new TreeSet<>(Set.of(names));
    }

    private static long soon() {
        return System.nanoTime() + 10_000_000;
    }

    @Test
    void who_does_not_get_all_names_in_time_holds_none() {
        assertThat(claims.takeAll(names("mug"), soon())).isTrue();

        assertThat(claims.takeAll(names("cup", "mug", "pan"), soon())).isFalse();

        assertThat(claims.takeIfFree("cup")).isTrue();
        assertThat(claims.takeIfFree("pan")).isTrue();
        assertThat(claims.takeIfFree("mug")).isFalse();
    }

    @Test
    void what_nobody_holds_or_waits_for_is_forgotten() {
        claims.takeAll(names("mug", "cup"), soon());
        claims.takeIfFree("mug");
        claims.takeAll(names("mug"), soon());
        claims.leave(List.of("mug", "cup"));

        assertThat(claims.size()).isZero();
        assertThat(claims.takeIfFree("mug")).isTrue();
    }

    @Test
    void a_name_is_passed_on_to_who_waits() throws Exception {
        claims.takeAll(names("mug"), soon());
        Thread waiting =
                Thread.ofPlatform().start(() -> claims.takeAll(names("mug"), System.nanoTime() + 30_000_000_000L));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        claims.leave(List.of("mug"));
        waiting.join();

        assertThat(claims.takeIfFree("mug")).isFalse();
    }

    @Test
    void all_stock_and_the_product_of_a_sku_are_one_name() {
        assertThat(List.of("TEAPOT@berlin", "TEAPOT", "order:1001").stream().map(Claims::nameOf))
                .containsExactly("TEAPOT", "TEAPOT", "order:1001");
    }

    @Test
    void nothing_is_decided_about_outside_a_sitting() {
        assertThatThrownBy(() -> claims.obtainLock("TEAPOT@berlin")).isInstanceOf(IllegalStateException.class);
    }
}
