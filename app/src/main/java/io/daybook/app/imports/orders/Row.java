package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Reject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row turned out to be: a line of an invoice, or unreadable. */
sealed interface Row {
    /** The shop that wrote the file stood in England, and wrote its own clock's time. */
    ZoneId ZONE = ZoneId.of("Europe/London");

    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    Entry entry();

    record Read(InvoiceLine line) implements Row {
        @Override
        public Entry entry() {
            return line.entry();
        }
    }

    record Unreadable(Reject reject) implements Row {
        @Override
        public Entry entry() {
            return reject.entry();
        }
    }

    /**
     * @param number of the line in the file
     */
    static Row of(long number, List<String> fields, Columns columns) {
        if (fields.size() != columns.names().size()) {
            return unreadable(
                    Entry.of(number, fields),
                    "columns",
                    "The line has " + fields.size() + " columns instead of "
                            + columns.names().size() + ".");
        }
        BigDecimal quantity = number(fields.get(columns.quantity()));
        BigDecimal price = number(fields.get(columns.price()));
        BigDecimal value = quantity == null || price == null ? BigDecimal.ZERO : quantity.multiply(price);
        Entry entry = new Entry(number, fields, value);
        String invoice = fields.get(columns.invoice()).strip();
        if (invoice.isEmpty()) {
            return unreadable(entry, "invoice", "The line names no invoice.");
        }
        if (price == null) {
            return unreadable(entry, "price", "The price is no number.");
        }
        try {
            return new Read(new InvoiceLine(
                    entry,
                    invoice,
                    fields.get(columns.code()).strip().toUpperCase(Locale.ROOT),
                    fields.get(columns.description()).strip(),
                    quantity == null ? notANumber() : quantity.intValueExact(),
                    LocalDateTime.parse(fields.get(columns.date()).strip(), DATE)
                            .atZone(ZONE)
                            .toInstant(),
                    price,
                    withoutFraction(fields.get(columns.customer()).strip())));
        } catch (ArithmeticException e) {
            return unreadable(entry, "quantity", "The quantity is no whole number.");
        } catch (DateTimeParseException e) {
            return unreadable(entry, "date", "The date is not written as 2011-01-31 15:59:00.");
        }
    }

    private static int notANumber() {
        throw new ArithmeticException();
    }

    private static Row unreadable(Entry entry, String reason, String detail) {
        return new Unreadable(entry.rejected(reason, detail));
    }

    private static @Nullable BigDecimal number(String text) {
        String digits = text.strip();
        // no exponent and no endless number: what is printed on an invoice
        return digits.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(digits) : null;
    }

    /** A spreadsheet has made 17850.0 of customer 17850. */
    private static String withoutFraction(String customer) {
        return customer.endsWith(".0") ? customer.substring(0, customer.length() - 2) : customer;
    }
}
