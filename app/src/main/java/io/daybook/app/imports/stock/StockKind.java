package io.daybook.app.imports.stock;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.daybook.app.imports.job.Content;
import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.UnusableFile;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * {@code import stock}: each line is an absolute count as of the upload. A line is sent once per job, so that a job that was taken over does not undo
 * what was sold since the line was first sent; a new upload of the same file counts anew.
 */
public final class StockKind implements Kind {
    private static final List<String> COLUMNS = List.of("sku", "location", "quantity");

    @Override
    public String name() {
        return "stock";
    }

    /** Counts have no amounts. */
    @Override
    public String currency() {
        return "XXX";
    }

    @Override
    public Source open(Input input) throws IOException {
        long lines = 0;
        try (CsvReader<CsvRecord> rows = rows(input.content())) {
            Iterator<CsvRecord> each = rows.iterator();
            if (!each.hasNext() || !each.next().getFields().equals(COLUMNS)) {
                throw new UnusableFile("the first line must be " + String.join(",", COLUMNS));
            }
            for (; each.hasNext(); each.next()) {
                lines++;
            }
        }
        return new Counts(input, rows(input.content()), lines);
    }

    private static CsvReader<CsvRecord> rows(Content content) throws IOException {
        return CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(new InputStreamReader(content.open(), StandardCharsets.UTF_8));
    }

    private static Unit unit(Input input, CsvRecord row) {
        Entry entry = Entry.of(row.getStartingLineNumber(), row.getFields());
        if (row.getFieldCount() != COLUMNS.size()) {
            return Unit.rejected(entry.rejected("columns", "The line must have " + COLUMNS.size() + " columns."));
        }
        try {
            var count = new CountStock(
                    new Sku(row.getField(0).strip()),
                    new LocationId(row.getField(1).strip()),
                    "import " + input.job(),
                    Integer.parseInt(row.getField(2).strip()),
                    input.uploadedAt());
            var wish = new Wish.Once(input.job() + ":" + entry.line(), count, List.of(entry));
            return new Unit(1, Set.of(count.aggregateId()), List.of(wish), List.of());
        } catch (NumberFormatException e) {
            return Unit.rejected(entry.rejected("bad-field", "quantity must be a whole number"));
        } catch (IllegalArgumentException e) {
            return Unit.rejected(entry.rejected("bad-field", String.valueOf(e.getMessage())));
        }
    }

    private static final class Counts implements Source {
        private final Input input;
        private final CsvReader<CsvRecord> rows;
        private final long lines;

        Counts(Input input, CsvReader<CsvRecord> rows, long lines) {
            this.input = input;
            this.rows = rows;
            this.lines = lines;
        }

        @Override
        public List<String> columns() {
            return COLUMNS;
        }

        @Override
        public long lines() {
            return lines;
        }

        @Override
        public Iterator<Unit> units() {
            return rows.stream().skip(1).map(row -> unit(input, row)).iterator();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
