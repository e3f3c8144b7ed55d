package io.daybook.app.imports.orders;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.daybook.app.imports.job.Content;
import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.UnusableFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code import orders}: first the articles and their opening stock, then invoice by invoice. */
public final class OrdersKind implements Kind {
    private final String currency;

    /**
     * @param currency that the invoices are written in, ISO 4217
     */
    public OrdersKind(String currency) {
        this.currency = currency;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String currency() {
        return currency;
    }

    @Override
    public Source open(Input input) throws IOException {
        var terms = new Terms(input.currency(), input.location());
        var book = new OpeningBook(terms);
        var totals = new Totals();
        Columns columns;
        try (Rows rows = new Rows(input.content())) {
            columns = rows.columns;
            new Invoices(rows.stream().peek(totals::add).iterator())
                    .forEachRemaining(invoice -> book.read(invoice, InvoiceUnit.of(invoice, terms)));
        }
        return new PastInvoices(input, columns, totals, book);
    }

    private static final class Totals {
        private long lines;
        private BigDecimal value = BigDecimal.ZERO;

        void add(Row row) {
            lines++;
            value = value.add(row.entry().value());
        }
    }

    private static final class Rows implements AutoCloseable {
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private final Columns columns;

        Rows(Content content) throws IOException {
            reader = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .detectBomHeader(true)
                    .ofCsvRecord(new InputStreamReader(content.open(), StandardCharsets.UTF_8));
            records = reader.iterator();
            if (!records.hasNext()) {
                throw new UnusableFile("the file is empty");
            }
            columns = Columns.of(records.next().getFields());
        }

        Stream<Row> stream() {
            Iterable<CsvRecord> rest = () -> records;
            return StreamSupport.stream(rest.spliterator(), false)
                    .map(record -> Row.of(record.getStartingLineNumber(), record.getFields(), columns));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class PastInvoices implements Source {
        private final Input input;
        private final Columns columns;
        private final Totals totals;
        private final OpeningBook book;
        private final Rows rows;

        PastInvoices(Input input, Columns columns, Totals totals, OpeningBook book) throws IOException {
            this.input = input;
            this.columns = columns;
            this.totals = totals;
            this.book = book;
            this.rows = new Rows(input.content());
        }

        @Override
        public List<String> columns() {
            return columns.names();
        }

        @Override
        public long lines() {
            return totals.lines;
        }

        @Override
        public BigDecimal value() {
            return totals.value;
        }

        @Override
        public Iterator<Unit> units() {
            var terms = new Terms(input.currency(), input.location());
            Iterable<Invoice> invoices = () -> new Invoices(rows.stream().iterator());
            return Stream.concat(
                            book.units(input.hash()),
                            StreamSupport.stream(invoices.spliterator(), false)
                                    .map(invoice -> InvoiceUnit.of(invoice, terms)))
                    .iterator();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
