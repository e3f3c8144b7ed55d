package io.daybook.command.fulfilment;

import io.daybook.command.catalog.Catalogue;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.order.CheckOut;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.fulfilment.Need;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Terms;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;

/** A buyer checks out: the order, its holds, its allocation and the wish for its money in one commit, or a refusal that names every line that is short. */
final class PlacingHandler {
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Shelves shelves;
    private final Duration hold;
    private final Terms terms;

    PlacingHandler(Ledger ledger, Catalogue catalogue, Shelves shelves, Duration hold, Terms terms) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.hold = hold;
        this.terms = terms;
    }

    @CommandHandler
    Receipt handle(CheckOut wish) {
        Page page = ledger.open(wish.order());
        if (!(page.order() instanceof Order.NotPlaced)) {
            page.decide(placing(wish, List.of(), wish.now()));
            return page.write();
        }
        List<Need> needs = needs(wish.lines());
        List<ItemId> candidates = shelves.of(needs.stream().map(Need::sku).toList());
        page.load(candidates);
        List<Allocation> found = shelves.serve(page, wish.order(), 1, needs, candidates, wish.buyer(), wish.now());
        Instant holdsUntil = wish.now().plus(hold);
        page.decide(placing(wish, found, holdsUntil));
        found.forEach(a -> page.decide(new ReserveStock(
                a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), holdsUntil, wish.now())));
        PaymentToken method = wish.method();
        if (method != null) {
            page.happened(PaymentAwaited.class)
                    .forEach(a -> page.decide(
                            new RequestPayment(wish.order(), wish.customer(), a.amount(), method, wish.now())));
        }
        return page.write();
    }

    private PlaceOrder placing(CheckOut wish, List<Allocation> allocations, Instant holdsUntil) {
        return new PlaceOrder(
                wish.order(),
                wish.customer(),
                wish.buyer(),
                wish.lines(),
                wish.charges(),
                allocations,
                holdsUntil,
                terms,
                wish.now());
    }

    /** What leaves the shelf for each line: the parts of a bundle, or the SKU itself. */
    private List<Need> needs(List<OrderLine> lines) {
        Map<Sku, Product> products = new HashMap<>();
        List<Need> needs = new ArrayList<>();
        for (OrderLine line : lines) {
            Product product = products.computeIfAbsent(line.sku(), catalogue::find);
            Product.requireOffered(product, line.sku(), line.line(), line.unitPrice());
            if (product.components().isEmpty()) {
                needs.add(new Need(line.line(), line.sku(), line.quantity()));
            }
            for (BundleComponent part : product.components()) {
                needs.add(new Need(line.line(), part.sku(), times(line.quantity(), part.quantity())));
            }
        }
        return needs;
    }

    /** More than an int holds is more than any shelf holds: such a line is short. */
    private static int times(int bundles, int parts) {
        return (int) Math.min(Integer.MAX_VALUE, (long) bundles * parts);
    }
}
