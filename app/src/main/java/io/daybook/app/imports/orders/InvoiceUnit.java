package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Reject;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of one invoice its commands and rejects. The rules stand in the order in which they are asked; the first that applies decides
 * about a line. {@code docs/imports.md} tells them with the reasons.
 *
 * <p>Longer than 150 lines because a line is decided in one place, whatever the invoice.
 */
final class InvoiceUnit {
    private final Invoice invoice;
    private final Terms terms;
    private final Set<String> keys = new HashSet<>();
    private final List<Wish> adjustments = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<OrderLine> goods = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<ReturnedLine> returned = new ArrayList<>();
    private final List<Entry> goodsEntries = new ArrayList<>();
    private final List<Entry> chargeEntries = new ArrayList<>();

    private InvoiceUnit(Invoice invoice, Terms terms) {
        this.invoice = invoice;
        this.terms = terms;
        rejects.addAll(invoice.unreadable());
    }

    static Unit of(Invoice invoice, Terms terms) {
        return new InvoiceUnit(invoice, terms).unit();
    }

    private Unit unit() {
        List<Wish> wishes = new ArrayList<>();
        if (!invoice.lines().isEmpty()) {
            try {
                var order = new OrderId("past-" + invoice.number());
                if (invoice.isSale()) {
                    wishes.addAll(sale(order, new CustomerId(invoice.customer())));
                } else if (invoice.isCredit()) {
                    wishes.addAll(credit(order));
                } else {
                    invoice.lines()
                            .forEach(line ->
                                    reject(line, "unknown-document", "The invoice is no sale and no credit note."));
                }
            } catch (IllegalArgumentException e) {
                invoice.lines().forEach(line -> reject(line, "bad-id", String.valueOf(e.getMessage())));
            }
        }
        return new Unit(invoice.lines().size() + invoice.unreadable().size(), keys, wishes, rejects);
    }

    private List<Wish> sale(OrderId order, CustomerId customer) {
        boolean correction = invoice.isStockCorrection();
        invoice.lines().forEach(line -> {
            if (line.quantity() == 0) {
                reject(line, "quantity-zero", "Nothing was sold.");
            } else if (line.isCharge()) {
                charge(line, correction);
            } else if (line.quantity() < 0 || correction) {
                adjust(order, line);
            } else {
                sell(line);
            }
        });
        List<Wish> wishes = new ArrayList<>(adjustments);
        if (goods.isEmpty()) {
            chargeEntries.forEach(
                    entry -> rejects.add(entry.rejected("no-goods", "An order needs goods; these are only charges.")));
        } else {
            List<Entry> entries = new ArrayList<>(goodsEntries);
            entries.addAll(chargeEntries);
            var past = new RecordPastOrder(order, customer, null, goods, charges, allocations(order), invoice.at());
            wishes.add(new Wish.Plain(past, entries, worth(past)));
        }
        return wishes;
    }

    private List<Wish> credit(OrderId order) {
        invoice.lines().forEach(line -> {
            if (line.quantity() >= 0) {
                reject(line, "credit-quantity", "A credit note takes back a negative quantity.");
            } else if (line.isCharge()) {
                reject(line, "credit-without-goods", "Money went back, but no goods.");
            } else {
                takeBack(line);
            }
        });
        if (returned.isEmpty()) {
            return List.of();
        }
        var past = new RecordPastReturn(order, returned, "credit note " + invoice.number(), invoice.at());
        return List.of(new Wish.Plain(past, goodsEntries, worth(past)));
    }

    private void charge(InvoiceLine line, boolean correction) {
        if (line.quantity() < 0 || correction) {
            reject(line, "not-goods", "The line corrects the stock of something that is no article.");
        } else if (isPriced(line)) {
            String label = line.description().isEmpty() ? line.code() : line.description();
            charges.add(new Charge(label, money(line).times(line.quantity())));
            chargeEntries.add(line.entry());
        }
    }

    /** Written off, or found. Nobody paid for it, so a price here would be lost. */
    private void adjust(OrderId order, InvoiceLine line) {
        if (line.unitPrice().signum() != 0) {
            reject(line, "negative-sale", "A sale cannot have a negative quantity, and a correction no price.");
            return;
        }
        Sku sku = sku(line);
        if (sku != null) {
            String otherwise = line.quantity() < 0 ? "written off" : "found";
            var adjust = new AdjustStock(
                    sku,
                    terms.location(),
                    line.quantity(),
                    line.description().isEmpty() ? otherwise : line.description(),
                    line.at());
            adjustments.add(new Wish.Once(order + "." + (adjustments.size() + 1), adjust, List.of(line.entry())));
        }
    }

    private void sell(InvoiceLine line) {
        Sku sku = isPriced(line) ? sku(line) : null;
        if (sku != null) {
            goods.add(new OrderLine(goods.size() + 1, sku, line.quantity(), money(line)));
            goodsEntries.add(line.entry());
        }
    }

    private void takeBack(InvoiceLine line) {
        Sku sku = isPriced(line) ? sku(line) : null;
        if (sku != null) {
            Money value = money(line).times(-(long) line.quantity());
            returned.add(new ReturnedLine(returned.size() + 1, sku, terms.location(), -line.quantity(), value));
            goodsEntries.add(line.entry());
        }
    }

    private boolean isPriced(InvoiceLine line) {
        if (line.unitPrice().signum() < 0) {
            reject(line, "negative-price", "A price must not be negative.");
            return false;
        }
        if (!line.isExact()) {
            reject(line, "price-precision", "The price has more than two decimals and must not be rounded.");
            return false;
        }
        return true;
    }

    private @Nullable Sku sku(InvoiceLine line) {
        try {
            var sku = new Sku(line.code());
            keys.add(sku.value());
            return sku;
        } catch (IllegalArgumentException e) {
            reject(line, "stock-code", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void reject(InvoiceLine line, String reason, String detail) {
        rejects.add(line.entry().rejected(reason, detail));
    }

    private Money money(InvoiceLine line) {
        return new Money(line.unitPriceMinor(), terms.currency());
    }

    private List<Allocation> allocations(OrderId order) {
        return goods.stream()
                .map(line -> new Allocation(
                        line.line(),
                        line.sku(),
                        terms.location(),
                        ReservationId.of(order, line.line()),
                        line.quantity()))
                .toList();
    }

    private static BigDecimal worth(RecordPastOrder past) {
        long lines =
                past.lines().stream().mapToLong(line -> line.amount().minor()).sum();
        long charges = past.charges().stream()
                .mapToLong(charge -> charge.amount().minor())
                .sum();
        return BigDecimal.valueOf(lines + charges, 2);
    }

    private static BigDecimal worth(RecordPastReturn past) {
        return BigDecimal.valueOf(
                -past.lines().stream().mapToLong(line -> line.value().minor()).sum(), 2);
    }
}
