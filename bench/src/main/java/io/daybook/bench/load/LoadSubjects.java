package io.daybook.bench.load;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.command.dispatch.RecentAggregates;
import io.daybook.devservers.Addresses;
import org.axonframework.common.caching.Cache;

/** The floor and the three programs, which all have the same cache: the stock one keeps weak references and forgets at every collection. */
public final class LoadSubjects implements Subjects {
    private static final int CACHED = 1_000;

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        if (name.equals(Outcome.FLOOR)) {
            return new Loads(new FloorLedgers(servers));
        }
        Cache recent = new RecentAggregates(CACHED);
        return new Loads(new BooksLedgers(Books.open(name, servers, recent), recent));
    }
}
