package io.daybook.command.order;

import io.daybook.command.dispatch.Asker;
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
    Done placeOrder(@Argument OrderRequest order, Asker asker) {
        return wishes.place(order, asker);
    }

    @MutationMapping
    Done payOrder(@Argument String order, @Argument String paymentMethod, Asker asker) {
        return wishes.pay(order, new PaymentRequest(paymentMethod), asker);
    }

    @MutationMapping
    Done approveOrder(@Argument String order, @Argument String by, Asker asker) {
        return wishes.approve(order, new ReviewRequest(by, null), asker);
    }

    @MutationMapping
    Done refuseOrder(@Argument String order, @Argument String by, @Argument String reason, Asker asker) {
        return wishes.refuse(order, new ReviewRequest(by, reason), asker);
    }

    @MutationMapping
    Done shipItems(
            @Argument String order,
            @Argument @Nullable String shipmentId,
            @Argument @Nullable List<@Nullable PickRequest> items,
            Asker asker) {
        return wishes.ship(order, new ShipmentRequest(shipmentId, items), asker);
    }

    @MutationMapping
    Done deliverOrder(@Argument String order, Asker asker) {
        return wishes.deliver(order, asker);
    }

    @MutationMapping
    Done cancelOrder(@Argument String order, @Argument String reason, Asker asker) {
        return wishes.cancel(order, new CancellationRequest(reason), asker);
    }

    @MutationMapping
    Done cancelItems(
            @Argument String order,
            @Argument @Nullable String cancellationId,
            @Argument @Nullable List<@Nullable PickRequest> items,
            @Argument String reason,
            Asker asker) {
        return wishes.cancelItems(order, new ItemsCancellationRequest(cancellationId, items, reason), asker);
    }

    @MutationMapping
    Done returnItems(
            @Argument String order,
            @Argument @Nullable String returnId,
            @Argument List<@Nullable PickRequest> items,
            @Argument String reason,
            Asker asker) {
        return wishes.takeBack(order, new ReturnRequest(returnId, items, reason), asker);
    }
}
