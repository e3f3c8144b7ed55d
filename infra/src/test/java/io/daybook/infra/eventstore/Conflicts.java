package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** How an event store says that another came first. Axon has a second name for it when the first event of an aggregate is concerned. */
final class Conflicts {
    private Conflicts() {}

    static boolean isConflict(Exception e) {
        return e instanceof ConcurrencyException || e instanceof AggregateStreamCreationException;
    }

    static void assertConflict(ThrowingCallable append) {
        assertThatThrownBy(append).isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
    }
}
