package io.daybook.query.order;

import graphql.GraphQLContext;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.GraphMarks;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Orders by GraphQL. */
@Controller
class OrderGraphEndpoint {
    private final Queries queries;

    OrderGraphEndpoint(Queries queries) {
        this.queries = queries;
    }

    @QueryMapping
    OrderStatus order(
            @Argument String id,
            @Argument @Nullable String readAfter,
            @Argument @Nullable Boolean staleOk,
            GraphQLContext context) {
        var question =
                new FindOrder(Bounds.id("id", id, OrderId::new), Reading.of(readAfter, Boolean.TRUE.equals(staleOk)));
        return GraphMarks.noted(context, "order", queries.ask(question));
    }

    @QueryMapping
    OrderPage ordersOfCustomer(
            @Argument String customer,
            @Argument @Nullable String cursor,
            @Argument @Nullable Integer size,
            @Argument @Nullable String readAfter,
            @Argument @Nullable Boolean staleOk,
            GraphQLContext context) {
        var question = new FindOrdersOfCustomer(
                Bounds.id("customer", customer, CustomerId::new),
                cursor,
                size == null ? FindOrdersOfCustomer.USUAL_SIZE : size,
                Reading.of(readAfter, Boolean.TRUE.equals(staleOk)));
        return GraphMarks.noted(context, "ordersOfCustomer", queries.ask(question));
    }
}
