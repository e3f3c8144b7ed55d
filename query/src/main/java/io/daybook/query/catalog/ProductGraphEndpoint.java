package io.daybook.query.catalog;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.GraphMarks;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.Reading;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The catalogue by GraphQL. */
@Controller
class ProductGraphEndpoint {
    private final Queries queries;

    ProductGraphEndpoint(Queries queries) {
        this.queries = queries;
    }

    @QueryMapping
    ProductPage products(
            @Arguments ProductFilter filter, DataFetchingFieldSelectionSet selected, GraphQLContext context) {
        return GraphMarks.noted(context, "products", queries.ask(filter.question(selected.contains("facets"))));
    }

    @QueryMapping
    ProductCard product(
            @Argument String sku,
            @Argument @Nullable String readAfter,
            @Argument @Nullable Boolean staleOk,
            GraphQLContext context) {
        var question =
                new FindProduct(Bounds.id("sku", sku, Sku::new), Reading.of(readAfter, Boolean.TRUE.equals(staleOk)));
        return GraphMarks.noted(context, "product", queries.ask(question));
    }

    /** A free attribute; GraphQL has no type that is text or number. */
    record NamedValue(String name, String value, Kind kind) {
        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN
        }
    }

    @SchemaMapping(typeName = "ProductCard", field = "attributes")
    List<NamedValue> attributes(ProductCard card) {
        return card.attributes().entrySet().stream()
                .map(named -> new NamedValue(named.getKey(), text(named.getValue()), kind(named.getValue())))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static NamedValue.Kind kind(Object value) {
        return switch (value) {
            case BigDecimal number -> NamedValue.Kind.NUMBER;
            case Boolean flag -> NamedValue.Kind.BOOLEAN;
            default -> NamedValue.Kind.TEXT;
        };
    }
}
