package io.daybook.projections.productsearch;

import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.Freshness;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The view {@code product-search}: {@code daybook.elasticsearch.url}, {@code daybook.views.prefix}. */
@Configuration(proxyBeanMethods = false)
class ProductSearchConfig {
    /** Changes with what {@link ProductDocument} and {@code index.json} make of a row. */
    private static final int SHAPE = 1;

    private final Projection<ProductRow> projection = new JoinedProjection(ProductSearchStore.VIEW, SHAPE);

    @Bean
    SearchServer searchServer(@Value("${daybook.elasticsearch.url}") URI url) {
        return new SearchServer(url);
    }

    @Bean
    SearchIndices searchIndices(SearchServer searchServer, @Value("${daybook.views.prefix:}") String prefix) {
        return new SearchIndices(searchServer, prefix);
    }

    @Bean
    View<ProductRow> productSearchView(SearchServer searchServer, SearchIndices searchIndices) {
        return new View<>(projection, new ProductSearchStore(searchServer, searchIndices));
    }

    @Bean
    ProductSearchAnswers productSearchAnswers(
            SearchServer searchServer, SearchIndices searchIndices, Serving serving, Freshness freshness, Clock clock) {
        ProductSearch search = new ProductSearch(searchServer, searchIndices, projection);
        return new ProductSearchAnswers(search, projection, serving, freshness, clock);
    }
}
