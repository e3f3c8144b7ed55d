package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the shop must have had before the first invoice: which articles, and how many of each. Opening stock is the least that keeps
 * the shelf from falling below zero when the invoices of one SKU are sent in the order of the file; {@link Unit#keys} sees to that
 * order, so the least is enough although invoices run side by side.
 */
final class OpeningBook {
    /** Spellings of one article that are counted; a file with more is not searched for the best title. */
    private static final int MOST_TITLES = 50;

    private static final List<String> CATEGORY = List.of("Imported");

    private static final class Article {
        final Map<String, Integer> titles = new HashMap<>();

        @Nullable
        Money price;

        boolean foundFirst;
        long balance;
        long lowest;

        void move(long units) {
            foundFirst |= balance == 0 && lowest == 0 && units > 0;
            balance += units;
            lowest = Math.min(lowest, balance);
        }
    }

    private final Map<String, Article> articles = new TreeMap<>();
    private final Terms terms;
    private Instant first = Instant.MAX;

    OpeningBook(Terms terms) {
        this.terms = terms;
    }

    /** Takes in what an invoice moves, as its commands say, and what its lines call things. */
    void read(Invoice invoice, Unit unit) {
        for (InvoiceLine line : invoice.lines()) {
            first = line.at().isBefore(first) ? line.at() : first;
        }
        unit.wishes().stream()
                .map(Wish::command)
                .flatMap(OpeningBook::movements)
                .forEach(move -> article(move.sku()).move(move.units()));
        if (invoice.isSale()) {
            invoice.lines().forEach(this::name);
        }
    }

    private record Movement(String sku, long units) {}

    private static Stream<Movement> movements(Command command) {
        return switch (command) {
            case RecordPastOrder c ->
                c.allocations().stream().map(a -> new Movement(a.sku().value(), -a.quantity()));
            case RecordPastReturn c ->
                c.lines().stream().map(line -> new Movement(line.sku().value(), line.quantity()));
            case AdjustStock c -> Stream.of(new Movement(c.sku().value(), c.delta()));
            default -> throw new IllegalStateException("no command of an invoice: " + command);
        };
    }

    /** Only a line that was paid for names its article: the others say "damaged" or "found". */
    private void name(InvoiceLine line) {
        Article article = articles.get(line.code());
        if (article == null || line.quantity() <= 0 || line.unitPrice().signum() <= 0 || !line.isExact()) {
            return;
        }
        article.price = new Money(line.unitPriceMinor(), terms.currency());
        String title = line.description();
        if (!title.isEmpty() && (article.titles.size() < MOST_TITLES || article.titles.containsKey(title))) {
            article.titles.merge(title, 1, Integer::sum);
        }
    }

    private Article article(String sku) {
        return articles.computeIfAbsent(sku, _ -> new Article());
    }

    /**
     * One unit per article, in the order of the SKUs: the product unless the catalogue knows it, then its opening stock.
     *
     * @param file hash of the content: another file opens with stock of its own
     */
    Stream<Unit> units(String file) {
        return articles.entrySet().stream().map(e -> {
            List<Wish> wishes = new ArrayList<>();
            var sku = new Sku(e.getKey());
            listing(sku, e.getValue()).ifPresent(wishes::add);
            InventoryCommand stock = stock(sku, e.getValue());
            if (stock != null) {
                wishes.add(new Wish.Once("opening:" + file + ":" + stock.aggregateId(), stock, List.of()));
            }
            return new Unit(0, Set.of(sku.value()), wishes, List.of());
        });
    }

    /** An article that was never sold for money is not offered: it would be free. */
    private static Optional<Wish> listing(Sku sku, Article article) {
        if (article.price == null) {
            return Optional.empty();
        }
        var details = new ProductDetails(
                title(sku, article), "", null, CATEGORY, Map.of(), List.of(), List.of(), null, List.of());
        return Optional.of(new Wish.Introduce(new ListProduct(sku, details, article.price)));
    }

    /** The most frequent one; of equals the first in the alphabet. */
    private static String title(Sku sku, Article article) {
        String best = sku.value();
        int most = 0;
        for (var title : new TreeMap<>(article.titles).entrySet()) {
            if (title.getValue() > most) {
                best = title.getKey();
                most = title.getValue();
            }
        }
        return best.length() > 500 ? best.substring(0, 500) : best;
    }

    /** A shelf that begins with a find must be known before; nothing lay on it. */
    private @Nullable InventoryCommand stock(Sku sku, Article article) {
        if (article.lowest < 0) {
            return new ReceiveStock(sku, terms.location(), "opening stock", Math.toIntExact(-article.lowest), first);
        }
        return article.foundFirst ? new CountStock(sku, terms.location(), "opening stock", 0, first) : null;
    }
}
