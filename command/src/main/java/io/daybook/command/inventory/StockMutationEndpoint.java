package io.daybook.command.inventory;

import static io.daybook.command.dispatch.Caller.CALLER;

import io.daybook.command.dispatch.Done;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Stock over GraphQL. */
@Controller
final class StockMutationEndpoint {
    private final StockWishes wishes;

    StockMutationEndpoint(StockWishes wishes) {
        this.wishes = wishes;
    }

    @MutationMapping
    Done receiveStock(
            @Argument String sku,
            @Argument String location,
            @Argument Integer quantity,
            @Argument @Nullable String reference,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        ReceiptRequest body = new ReceiptRequest(quantity, reference);
        return wishes.send(wishes.receiving(StockWishes.item(sku, location), body), body, who, idempotencyKey);
    }

    @MutationMapping
    Done adjustStock(
            @Argument String sku,
            @Argument String location,
            @Argument Integer delta,
            @Argument String reason,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        AdjustmentRequest body = new AdjustmentRequest(delta, reason);
        return wishes.send(wishes.adjusting(StockWishes.item(sku, location), body), body, who, idempotencyKey);
    }

    @MutationMapping
    Done countStock(
            @Argument String sku,
            @Argument String location,
            @Argument Integer counted,
            @Argument @Nullable String reference,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument @Nullable String idempotencyKey) {
        CountRequest body = new CountRequest(counted, reference);
        return wishes.send(wishes.counting(StockWishes.item(sku, location), body), body, who, idempotencyKey);
    }
}
