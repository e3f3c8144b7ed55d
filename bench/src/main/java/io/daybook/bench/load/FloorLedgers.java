package io.daybook.bench.load;

import io.daybook.bench.floor.FloorTable;
import io.daybook.devservers.Addresses;

/** The floor: an aggregate's rows by one query, each decoded. It remembers nothing. */
final class FloorLedgers implements LedgerSource {
    private final FloorTable table;

    FloorLedgers(Addresses servers) {
        FloorTable.create(servers);
        table = new FloorTable(servers);
    }

    @Override
    public void append(String ledger, int first, int entries) {
        table.append(ledger, first, entries);
    }

    @Override
    public void load(String ledger) {
        table.readOne(ledger, entry -> {});
    }

    @Override
    public void forget() {}

    @Override
    public void sendNoOp(String ledger) {
        throw new UnsupportedOperationException("the floor has no commands");
    }

    @Override
    public void close() {
        table.close();
    }
}
