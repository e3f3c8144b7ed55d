package io.daybook.bench.append;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;

/** The floor and the three programs. */
public final class AppendSubjects implements Subjects {
    /** As many as the program remembers of its orders. */
    private static final int CACHED = 1_000;

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        if (name.equals(Outcome.FLOOR)) {
            return new FloorAppends(servers);
        }
        // the stock default is no cache, but a hot aggregate without one would be a straw man
        return new BooksAppends(Books.open(name, servers, name.equals(Books.JPA_DEFAULT) ? 0 : CACHED));
    }
}
