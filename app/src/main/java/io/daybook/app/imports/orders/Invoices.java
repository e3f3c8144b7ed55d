package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Reject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Gathers rows into invoices, in the order of their first lines. Invoices may interleave: one is complete when none of the
 * {@link #HORIZON} rows after its last one belongs to it. So the memory holds that many rows, not the file.
 */
final class Invoices implements Iterator<Invoice> {
    static final int HORIZON = 1_000;

    private static final class Open {
        final List<InvoiceLine> lines = new ArrayList<>();
        final List<Reject> unreadable = new ArrayList<>();
        long lastRow;
    }

    private final Iterator<Row> rows;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Deque<Invoice> complete = new ArrayDeque<>();
    private final List<Reject> unreadable = new ArrayList<>();
    private long row;

    Invoices(Iterator<Row> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (complete.isEmpty() && rows.hasNext()) {
            take(rows.next());
            close(row - HORIZON);
        }
        if (complete.isEmpty()) {
            close(Long.MAX_VALUE);
        }
        if (complete.isEmpty() && !unreadable.isEmpty()) {
            complete.add(new Invoice("", List.of(), List.copyOf(unreadable)));
            unreadable.clear();
        }
        return !complete.isEmpty();
    }

    @Override
    public Invoice next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return complete.remove();
    }

    private void take(Row next) {
        row++;
        switch (next) {
            case Row.Read(InvoiceLine line) -> {
                Open invoice = open.computeIfAbsent(line.invoice(), _ -> new Open());
                invoice.lines.add(line);
                invoice.unreadable.addAll(unreadable);
                invoice.lastRow = row;
                unreadable.clear();
            }
            case Row.Unreadable(Reject reject) -> unreadable.add(reject);
        }
    }

    /** Hands out what comes first for as long as it is complete. */
    private void close(long before) {
        var oldest = open.entrySet().iterator();
        while (oldest.hasNext()) {
            var invoice = oldest.next();
            if (invoice.getValue().lastRow >= before) {
                return;
            }
            complete.add(new Invoice(invoice.getKey(), invoice.getValue().lines, invoice.getValue().unreadable));
            oldest.remove();
        }
    }
}
