package io.daybook.bench.fulfilment;

import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.devservers.Addresses;

/** The floor of appends, and the write side of one process. */
public final class HotSubjects implements Subjects {
    @Override
    public Subject open(String name, Addresses servers) {
        return name.equals(Outcome.FLOOR) ? new FloorOrders(servers) : new HotShop(servers);
    }
}
