package io.daybook.app.imports.products;

import io.daybook.app.imports.job.Content;
import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code import products}: each line lists a product, or brings a listed one to what the line says. */
public final class ProductsKind implements Kind {
    private final String currency;

    /**
     * @param currency of the shop, ISO 4217
     */
    public ProductsKind(String currency) {
        this.currency = currency;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String currency() {
        return currency;
    }

    @Override
    public Source open(Input input) throws IOException {
        return new Lines(input.content(), new ProductLine(input.currency()), count(input.content()));
    }

    private static long count(Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            return lines(bytes).filter(line -> !line.text().isBlank()).count();
        }
    }

    private static Stream<TextLines.Line> lines(InputStream bytes) {
        Iterable<TextLines.Line> lines = () -> new TextLines(new BufferedInputStream(bytes, 1 << 16));
        return StreamSupport.stream(lines.spliterator(), false);
    }

    private static final class Lines implements Source {
        private final InputStream bytes;
        private final ProductLine format;
        private final long lines;

        Lines(Content content, ProductLine format, long lines) throws IOException {
            this.bytes = content.open();
            this.format = format;
            this.lines = lines;
        }

        @Override
        public List<String> columns() {
            return List.of("json");
        }

        @Override
        public long lines() {
            return lines;
        }

        @Override
        public Iterator<Unit> units() {
            return ProductsKind.lines(bytes)
                    .filter(line -> !line.text().isBlank())
                    .map(format::read)
                    .iterator();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
