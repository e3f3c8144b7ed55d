package io.daybook.projections.productcard;

import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Row;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.joined.Cards;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.Fresh;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Unknown;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of one product: from Redis, or from the fallback while Redis has nothing to answer from. */
final class ProductCardAnswers {
    private final ProductCardStore store;
    private final Projection<ProductRow> projection;
    private final Serving serving;
    private final Freshness freshness;
    private final CardFallback fallback;
    private final Clock clock;

    ProductCardAnswers(
            ProductCardStore store,
            Projection<ProductRow> projection,
            Serving serving,
            Freshness freshness,
            CardFallback fallback,
            Clock clock) {
        this.store = store;
        this.projection = projection;
        this.serving = serving;
        this.freshness = freshness;
        this.fallback = fallback;
        this.clock = clock;
    }

    /**
     * @param skus the product and, if it is a bundle, its parts
     * @param rows those of them that exist; null if the store has lost the generation
     */
    private record Read(Set<String> skus, @Nullable Map<String, Row<ProductRow>> rows) {}

    /** @throws io.daybook.query.reading.NotAnswered if the product is not listed, or neither store can answer */
    @QueryHandler
    public Answered<ProductCard> answer(FindProduct question) {
        Optional<Generation> generation = serving.answering(projection.name(), projection.version());
        if (generation.isEmpty()) {
            return fallback.answer(question);
        }
        try {
            int number = generation.get().number();
            Fresh<Read> fresh =
                    freshness.rows(projection, question.reading(), () -> read(number, question.sku()), this::seen);
            Map<String, Row<ProductRow>> rows = fresh.value().rows();
            return rows == null
                    ? fallback.answer(question)
                    : new Answered<>(card(question.sku(), rows), number, fresh.stale());
        } catch (RedisException gone) {
            return fallback.answer(question);
        }
    }

    /** Without a row the marks tell whether there is none or the store was emptied. */
    private Read read(int generation, Sku sku) {
        Map<String, Row<ProductRow>> rows = new HashMap<>(store.read(generation, List.of(sku.value())));
        Row<ProductRow> row = rows.get(sku.value());
        if (row == null) {
            return new Read(Set.of(sku.value()), store.hasMarks(generation) ? rows : null);
        }
        Set<String> skus = new HashSet<>(Set.of(sku.value()));
        if (row.value() != null) {
            Cards.parts(row.value()).forEach(part -> skus.add(part.value()));
        }
        if (skus.size() > 1) {
            rows.putAll(store.read(generation, skus));
        }
        return new Read(skus, rows);
    }

    /** Marks of other products do not hold this answer up. */
    private long seen(Read read, Mark mark) {
        String sku = key(mark);
        Map<String, Row<ProductRow>> rows = read.rows();
        if (rows == null || !read.skus().contains(sku)) {
            return Long.MAX_VALUE;
        }
        Row<ProductRow> row = rows.get(sku);
        return row == null ? -1 : row.applied(mark.aggregateId());
    }

    private String key(Mark mark) {
        try {
            return projection.keyOf(mark.aggregateType(), mark.aggregateId());
        } catch (IllegalArgumentException e) {
            throw new BadQuestion("readAfter", "must be a token that a command answered");
        }
    }

    private ProductCard card(Sku sku, Map<String, Row<ProductRow>> rows) {
        Row<ProductRow> row = rows.get(sku.value());
        ProductRow value = row == null ? null : row.value();
        if (value == null) {
            throw Unknown.product(sku.value());
        }
        Map<Sku, ProductRow> parts = rows.values().stream()
                .map(Row::value)
                .filter(part -> part != null)
                .collect(Collectors.toMap(ProductRow::sku, part -> part));
        return Cards.of(value, parts, clock.instant()).orElseThrow(() -> Unknown.product(sku.value()));
    }
}
