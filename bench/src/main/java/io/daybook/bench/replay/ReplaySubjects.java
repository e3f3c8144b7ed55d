package io.daybook.bench.replay;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;

/** Each with a log that it has filled before the first turn. */
public final class ReplaySubjects implements Subjects {
    static final String NO_OP = "no-op";
    static final String TEN_MICROS = "10us";

    private static final int EVENTS = 100_000;
    /** The rate is what counts; at some hundred a second more would take minutes. */
    private static final int EVENTS_OF_DEFAULTS = 2_000;

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        return switch (name) {
            case Outcome.FLOOR -> new FloorReplay(servers, EVENTS);
            case Books.JPA_DEFAULT -> new BooksReplay(Books.open(name, servers, null), EVENTS_OF_DEFAULTS);
            default -> new BooksReplay(Books.open(name, servers, null), EVENTS);
        };
    }

    static long nanosEach(String scenario) {
        return switch (scenario) {
            case NO_OP -> 0;
            case TEN_MICROS -> 10_000;
            default -> throw new IllegalArgumentException("no replay scenario: " + scenario);
        };
    }
}
