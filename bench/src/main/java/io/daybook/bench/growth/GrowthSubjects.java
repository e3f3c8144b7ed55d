package io.daybook.bench.growth;

import io.daybook.bench.books.Books;
import io.daybook.bench.floor.FloorTable;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;

/** A log that grows, and a small table that says how the machine is. */
public final class GrowthSubjects implements Subjects {
    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        if (name.equals(Outcome.FLOOR)) {
            FloorTable.create(servers);
            return new SmallTable(servers);
        }
        return new GrowingLog(Books.open(name, servers, null), servers);
    }
}
