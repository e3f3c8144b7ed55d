package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.UnusableFile;
import java.util.List;
import java.util.Locale;

/** Where in a row each field stands; the order of the columns is free, their names are not. */
record Columns(
        List<String> names, int invoice, int code, int description, int quantity, int date, int price, int customer) {

    /** @throws UnusableFile naming the column that is missing */
    static Columns of(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        return new Columns(
                names,
                find(names, "InvoiceNo"),
                find(names, "StockCode"),
                find(names, "Description"),
                find(names, "Quantity"),
                find(names, "InvoiceDate"),
                find(names, "UnitPrice"),
                find(names, "CustomerID"));
    }

    private static int find(List<String> names, String wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw new UnusableFile("the file has no column " + wanted);
    }
}
