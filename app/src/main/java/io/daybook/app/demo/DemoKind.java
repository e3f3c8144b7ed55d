package io.daybook.app.demo;

import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The demo catalogue as an import without a file, so that it is loaded by the same jobs and survives a kill as they do. */
final class DemoKind implements Kind {
    static final String NAME = "demo";

    private final String currency;

    DemoKind(String currency) {
        this.currency = currency;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String currency() {
        return currency;
    }

    @Override
    public boolean isUploaded() {
        return false;
    }

    @Override
    public Source open(Input input) {
        List<DemoProduct> products = DemoCatalogue.products(input.currency());
        return new Source() {
            @Override
            public List<String> columns() {
                return List.of("sku");
            }

            @Override
            public long lines() {
                return products.size();
            }

            @Override
            public Iterator<Unit> units() {
                return products.stream()
                        .map(product -> unit(product, input.uploadedAt()))
                        .iterator();
            }
        };
    }

    private static Unit unit(DemoProduct product, Instant now) {
        Sku sku = product.listing().sku();
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish.Introduce(product.listing()));
        var stock = new TreeMap<String, Wish>();
        product.stock().forEach((location, quantity) -> {
            var received = new ReceiveStock(sku, location, "opening stock", quantity, now);
            stock.put(location.value(), new Wish.Once("demo:" + received.aggregateId(), received, List.of()));
        });
        wishes.addAll(stock.values());
        return new Unit(1, Set.of(sku.value()), wishes, List.of());
    }
}
