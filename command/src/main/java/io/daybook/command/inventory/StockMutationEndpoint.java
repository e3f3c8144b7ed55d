package io.daybook.command.inventory;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
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
            Asker asker) {
        ReceiptRequest body = new ReceiptRequest(quantity, reference);
        return wishes.send(wishes.receiving(StockWishes.item(sku, location), body), body, asker);
    }

    @MutationMapping
    Done adjustStock(
            @Argument String sku,
            @Argument String location,
            @Argument Integer delta,
            @Argument String reason,
            Asker asker) {
        AdjustmentRequest body = new AdjustmentRequest(delta, reason);
        return wishes.send(wishes.adjusting(StockWishes.item(sku, location), body), body, asker);
    }

    @MutationMapping
    Done countStock(
            @Argument String sku,
            @Argument String location,
            @Argument Integer counted,
            @Argument @Nullable String reference,
            Asker asker) {
        CountRequest body = new CountRequest(counted, reference);
        return wishes.send(wishes.counting(StockWishes.item(sku, location), body), body, asker);
    }
}
