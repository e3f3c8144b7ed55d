package io.daybook.query.inventory;

import graphql.GraphQLContext;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.GraphMarks;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Stock by GraphQL. */
@Controller
class StockGraphEndpoint {
    private final Queries queries;

    StockGraphEndpoint(Queries queries) {
        this.queries = queries;
    }

    @QueryMapping
    StockLevel stock(
            @Argument String sku,
            @Argument @Nullable String readAfter,
            @Argument @Nullable Boolean staleOk,
            GraphQLContext context) {
        var question =
                new FindStock(Bounds.id("sku", sku, Sku::new), Reading.of(readAfter, Boolean.TRUE.equals(staleOk)));
        return GraphMarks.noted(context, "stock", queries.ask(question));
    }
}
