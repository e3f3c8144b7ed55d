package io.daybook.command.catalog;

import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.Product.Delisted;
import io.daybook.domain.catalog.Product.Listed;
import io.daybook.domain.catalog.Product.NotListed;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.Money;

/** A product as it is stored beside its events; one whose price follows a market has thousands of them. */
record ProductSnapshot(String id, boolean listed, ProductDetails details, Money price) {
    /** Raise it with any change of this record or of {@link Product#evolve}. */
    private static final int REVISION = 1;

    static final SnapshotForm<ProductAggregate, ProductSnapshot> FORM = new SnapshotForm<>(
            "catalog.Product",
            REVISION,
            ProductAggregate.class,
            ProductSnapshot.class,
            shell -> of(shell.id(), shell.state()),
            kept -> new ProductAggregate(kept.id(), kept.product()));

    private static ProductSnapshot of(String id, Product product) {
        return switch (product) {
            case NotListed _ ->
                throw new IllegalArgumentException(id + " has no events that a snapshot could stand for");
            case Listed p -> new ProductSnapshot(id, true, p.details(), p.price());
            case Delisted p -> new ProductSnapshot(id, false, p.details(), p.price());
        };
    }

    private Product product() {
        return listed ? new Listed(details, price) : new Delisted(details, price);
    }
}
