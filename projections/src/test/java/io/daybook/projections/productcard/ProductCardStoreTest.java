package io.daybook.projections.productcard;

import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.received;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.ViewStore;
import io.daybook.projections.engine.ViewStoreConformance;
import io.daybook.projections.history.Story;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Rows with and without an offer, in Redis. */
class ProductCardStoreTest extends ViewStoreConformance<ProductRow> {
    private final JoinedProjection projection = new JoinedProjection(ProductCardStore.VIEW, 1);
    private final CardServer server = new CardServer(DevServers.shared().redisUri());
    private final ProductCardStore store = new ProductCardStore(server, Isolation.next());

    @AfterEach
    void drop() {
        store.drop(1);
        store.drop(2);
        server.close();
    }

    @Override
    protected ViewStore<ProductRow> store() {
        return store;
    }

    @Override
    protected ProductRow value(String key, int number) {
        Sku sku = new Sku(key);
        @Nullable ProductRow row = null;
        var events = number % 2 == 0
                ? Story.of(listed(sku, "Kettle " + number, number))
                : Story.of(received(sku, NORTH, number, number));
        for (var event : events) {
            row = projection.fold(row, event);
        }
        return Objects.requireNonNull(row);
    }
}
