package io.daybook.bench.wakeup;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;

/** The three programs; a floor has no handlers to wake. */
public final class WakeupSubjects implements Subjects {
    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        return new Wakeups(name, servers, Books.open(name, servers, null));
    }
}
