package io.daybook.command.order;

import io.daybook.command.dispatch.Done;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Orders over GraphQL. */
@Controller
final class OrderMutationEndpoint {
    private final OrderWishes wishes;

    OrderMutationEndpoint(OrderWishes wishes) {
        this.wishes = wishes;
    }

    @MutationMapping
    Done placeOrder(@Argument OrderRequest order, @Argument @Nullable String idempotencyKey) {
        return wishes.place(order, null, idempotencyKey);
    }

    @MutationMapping
    Done shipItems(
            @Argument String order,
            @Argument @Nullable String shipmentId,
            @Argument @Nullable List<@Nullable PickRequest> items,
            @Argument @Nullable String idempotencyKey) {
        return wishes.ship(order, new ShipmentRequest(shipmentId, items), null, idempotencyKey);
    }

    @MutationMapping
    Done deliverOrder(@Argument String order, @Argument @Nullable String idempotencyKey) {
        return wishes.deliver(order, null, idempotencyKey);
    }

    @MutationMapping
    Done cancelOrder(@Argument String order, @Argument String reason, @Argument @Nullable String idempotencyKey) {
        return wishes.cancel(order, new CancellationRequest(reason), null, idempotencyKey);
    }

    @MutationMapping
    Done returnItems(
            @Argument String order,
            @Argument @Nullable String returnId,
            @Argument List<@Nullable PickRequest> items,
            @Argument String reason,
            @Argument @Nullable String idempotencyKey) {
        return wishes.takeBack(order, new ReturnRequest(returnId, items, reason), null, idempotencyKey);
    }
}
