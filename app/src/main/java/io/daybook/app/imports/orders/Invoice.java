package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Reject;
import java.time.Instant;
import java.util.List;

/**
 * The lines that carry one invoice number, in the order of the file.
 *
 * @param unreadable rows that were met on the way and belong to no invoice
 */
record Invoice(String number, List<InvoiceLine> lines, List<Reject> unreadable) {
    /** The earliest of the lines' times: an invoice that took a minute to type has two. */
    Instant at() {
        return lines.stream().map(InvoiceLine::at).min(Instant::compareTo).orElseThrow();
    }

    /** The customer of the first line that names one; else a guest of this invoice. */
    String customer() {
        return lines.stream()
                .map(InvoiceLine::customer)
                .filter(customer -> !customer.isEmpty())
                .findFirst()
                .orElse("guest-" + number);
    }

    boolean isSale() {
        return Character.isDigit(number.charAt(0));
    }

    boolean isCredit() {
        return number.startsWith("C");
    }

    /** Nobody bought, and nothing was paid: somebody corrected the stock in the way the till offered. */
    boolean isStockCorrection() {
        return lines.stream()
                .allMatch(line -> line.customer().isEmpty() && line.unitPrice().signum() == 0);
    }
}
