package io.daybook.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Given what happened, when something is wished, then this happens: the shape of every test of a decider.
 *
 * @param <C> the wishes
 * @param <S> the states
 * @param <E> the events
 */
public record Story<C, S, E>(S state, BiFunction<S, E, S> evolve, BiFunction<C, S, List<E>> decide) {
    public Story<C, S, E> given(List<? extends E> past) {
        S now = state;
        for (E event : past) {
            now = evolve.apply(now, event);
        }
        return new Story<>(now, evolve, decide);
    }

    public Outcome<C, S, E> when(C wish) {
        return new Outcome<>(this, wish);
    }

    public record Outcome<C, S, E>(Story<C, S, E> story, C wish) {
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final void then(E... expected) {
            assertThat(events()).containsExactly(expected);
        }

        public void thenNothing() {
            assertThat(events()).isEmpty();
        }

        /** Compares the whole refusal, and pins its code, which is part of the API. */
        public void thenRefused(String code, Refusal expected) {
            Refused refused = catchThrowableOfType(Refused.class, this::events);
            assertThat(refused).as("a refusal").isNotNull();
            assertThat(refused.refusal()).isEqualTo(expected);
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().message()).endsWith(".");
        }

        private List<E> events() {
            return story.decide.apply(wish, story.state);
        }
    }
}
