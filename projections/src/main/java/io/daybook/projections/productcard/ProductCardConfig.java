package io.daybook.projections.productcard;

import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.reading.ViewLost;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The view {@code product-card}: {@code daybook.redis.uri}, {@code daybook.views.prefix}. */
@Configuration(proxyBeanMethods = false)
class ProductCardConfig {
    /** Changes with what the store makes of a row. */
    private static final int SHAPE = 1;

    private final Projection<ProductRow> projection = new JoinedProjection(ProductCardStore.VIEW, SHAPE);

    @Bean
    CardServer cardServer(@Value("${daybook.redis.uri}") String uri) {
        return new CardServer(uri);
    }

    @Bean
    ProductCardStore productCardStore(CardServer cardServer, @Value("${daybook.views.prefix:}") String prefix) {
        return new ProductCardStore(cardServer, prefix);
    }

    @Bean
    View<ProductRow> productCardView(ProductCardStore productCardStore) {
        return new View<>(projection, productCardStore);
    }

    /** Without a fallback among the beans, what Redis cannot answer is not answered. */
    @Bean
    ProductCardAnswers productCardAnswers(
            ProductCardStore productCardStore,
            Serving serving,
            Freshness freshness,
            ObjectProvider<CardFallback> fallbacks,
            Clock clock) {
        CardFallback fallback = fallbacks.getIfAvailable(() -> question -> {
            throw new ViewLost(ProductCardStore.VIEW);
        });
        return new ProductCardAnswers(productCardStore, projection, serving, freshness, fallback, clock);
    }
}
