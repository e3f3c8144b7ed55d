package io.daybook.command.order;

import static io.daybook.command.dispatch.Caller.CALLER;

import io.daybook.command.dispatch.Done;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
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
    Done placeOrder(
            @Argument OrderRequest order,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.place(order, who, idempotencyKey);
    }

    @MutationMapping
    Done payOrder(
            @Argument String order,
            @Argument String paymentMethod,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.pay(order, new PaymentRequest(paymentMethod), who, idempotencyKey);
    }

    @MutationMapping
    Done approveOrder(
            @Argument String order,
            @Argument String by,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.approve(order, new ReviewRequest(by, null), who, idempotencyKey);
    }

    @MutationMapping
    Done refuseOrder(
            @Argument String order,
            @Argument String by,
            @Argument String reason,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.refuse(order, new ReviewRequest(by, reason), who, idempotencyKey);
    }

    @MutationMapping
    Done shipItems(
            @Argument String order,
            @Argument @Nullable String shipmentId,
            @Argument @Nullable List<@Nullable PickRequest> items,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.ship(order, new ShipmentRequest(shipmentId, items), who, idempotencyKey);
    }

    @MutationMapping
    Done deliverOrder(
            @Argument String order,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.deliver(order, who, idempotencyKey);
    }

    @MutationMapping
    Done cancelOrder(
            @Argument String order,
            @Argument String reason,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.cancel(order, new CancellationRequest(reason), who, idempotencyKey);
    }

    @MutationMapping
    Done cancelItems(
            @Argument String order,
            @Argument @Nullable String cancellationId,
            @Argument @Nullable List<@Nullable PickRequest> items,
            @Argument String reason,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.cancelItems(
                order, new ItemsCancellationRequest(cancellationId, items, reason), who, idempotencyKey);
    }

    @MutationMapping
    Done returnItems(
            @Argument String order,
            @Argument @Nullable String returnId,
            @Argument List<@Nullable PickRequest> items,
            @Argument String reason,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        return wishes.takeBack(order, new ReturnRequest(returnId, items, reason), who, idempotencyKey);
    }
}
