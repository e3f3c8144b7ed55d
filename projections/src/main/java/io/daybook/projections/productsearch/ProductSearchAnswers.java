package io.daybook.projections.productsearch;

import io.daybook.projections.engine.Projection;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.Fresh;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.ViewLost;
import java.time.Clock;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked of the whole catalogue. What a caller waits for has been seen when a search finds it. */
final class ProductSearchAnswers {
    private final ProductSearch search;
    private final Projection<ProductRow> projection;
    private final Serving serving;
    private final Freshness freshness;
    private final Clock clock;

    ProductSearchAnswers(
            ProductSearch search,
            Projection<ProductRow> projection,
            Serving serving,
            Freshness freshness,
            Clock clock) {
        this.search = search;
        this.projection = projection;
        this.serving = serving;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** @throws io.daybook.query.reading.NotAnswered if the view is late, lost or of another version */
    @QueryHandler
    public Answered<ProductPage> answer(SearchProducts question) {
        int generation = serving.generationOf(projection);
        try {
            boolean stale = isStale(generation, question);
            return new Answered<>(search.page(generation, question, clock.instant()), generation, stale);
        } catch (SearchServerFailed failed) {
            throw failed.isOfRequest() ? failed : new ViewLost(projection.name(), failed);
        }
    }

    private boolean isStale(int generation, SearchProducts question) {
        var after = question.reading().after();
        if (after == null) {
            return false;
        }
        Fresh<Map<String, Long>> fresh = freshness.rows(
                projection,
                question.reading(),
                () -> search.seen(generation, after),
                (seen, mark) -> seen.getOrDefault(mark.aggregateId(), -1L));
        return fresh.stale();
    }
}
