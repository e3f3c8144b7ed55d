package io.daybook.projections.audit;

import io.daybook.domain.inventory.ItemId;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.View;
import io.daybook.projections.joined.ItemStock;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.joined.Shelves;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Compares one view with the books. A row says which events it has seen, so it is compared with the account as it was then: it may be
 * ahead of the books, because the shop goes on. One that is behind them gets some time to catch up; only then is it wrong.
 */
final class ViewCheck<R> {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final View<R> view;
    private final int generation;
    private final StockBooks books;
    private final Findings findings;
    private final Set<String> open;
    private long rows;

    ViewCheck(View<R> view, int generation, StockBooks books, Findings findings) {
        this.view = view;
        this.generation = generation;
        this.books = books;
        this.findings = findings;
        this.open = new HashSet<>(books.items());
    }

    /** Whether a view shows stock at all. */
    static boolean showsStock(View<?> view) {
        Class<?> rows = view.projection().rowType();
        return rows == Shelves.class || rows == ProductRow.class;
    }

    /** @return rows compared */
    long run(Duration patience) throws InterruptedException {
        view.store().flush(generation);
        view.store().scan(generation, row -> {
            rows++;
            meet(row);
        });
        long end = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            lookAgain();
        }
        open.stream().sorted().forEach(this::hasNotSeen);
        return rows;
    }

    private void lookAgain() {
        Set<String> keys = new HashSet<>();
        open.forEach(item -> keys.add(ItemId.parse(item).sku().value()));
        view.store().read(generation, keys).values().forEach(row -> {
            Set<String> before = Set.copyOf(open);
            shelves(row).forEach((location, stock) -> {
                String item = row.key() + "@" + location;
                if (before.contains(item)) {
                    meet(item, row.applied(item), stock);
                }
            });
        });
    }

    private void meet(Row<R> row) {
        shelves(row).forEach((location, stock) -> {
            String item = row.key() + "@" + location;
            meet(item, row.applied(item), stock);
        });
    }

    private void meet(String item, long applied, ItemStock stock) {
        if (applied < books.sequence(item)) {
            return;
        }
        open.remove(item);
        ItemAccount account = books.at(item, applied);
        if (account == null) {
            findings.add(view.name(), item, "shows an event that the log does not have: sequence " + applied);
        } else if (!account.expected().equals(stock)) {
            findings.add(view.name(), item, difference(stock, account.expected()));
        }
    }

    private void hasNotSeen(String item) {
        Row<R> row = view.store()
                .read(generation, Set.of(ItemId.parse(item).sku().value()))
                .get(ItemId.parse(item).sku().value());
        long seen = row == null ? -1 : row.applied(item);
        findings.add(
                view.name(),
                item,
                seen < 0
                        ? "is not shown"
                        : "has been seen up to sequence " + seen + "; the log has " + books.sequence(item));
    }

    private static String difference(ItemStock shown, ItemStock expected) {
        StringBuilder told = new StringBuilder("differs after the same events:");
        tell(told, "onHand", shown.onHand(), expected.onHand());
        tell(told, "allocated", shown.allocated(), expected.allocated());
        tell(told, "holds", shown.holds(), expected.holds());
        return told.toString();
    }

    private static void tell(StringBuilder told, String what, Object shown, Object expected) {
        if (!shown.equals(expected)) {
            told.append(' ').append(what).append(" is ").append(shown);
            told.append(" and should be ").append(expected).append(';');
        }
    }

    private Map<String, ItemStock> shelves(Row<R> row) {
        return switch (row.value()) {
            case Shelves shelves -> shelves.at();
            case ProductRow product -> product.shelves().at();
            case null, default -> Map.of();
        };
    }
}
