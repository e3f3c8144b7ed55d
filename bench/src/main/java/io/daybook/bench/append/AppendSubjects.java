package io.daybook.bench.append;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.command.dispatch.RecentAggregates;
import io.daybook.devservers.Addresses;
import org.axonframework.common.caching.Cache;

/** The floor and the three programs. */
public final class AppendSubjects implements Subjects {
    /** As many as the program remembers of its orders. */
    private static final int CACHED = 1_000;

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        if (name.equals(Outcome.FLOOR)) {
            return new FloorAppends(servers);
        }
        // Stock Axon has no cache unless told, but a hot aggregate without one would be a straw man. It gets ours,
        // since its own
        // keeps weak references and forgets at every collection.
        Cache recent = name.equals(Books.JPA_DEFAULT) ? null : new RecentAggregates(CACHED);
        return new BooksAppends(Books.open(name, servers, recent));
    }
}
