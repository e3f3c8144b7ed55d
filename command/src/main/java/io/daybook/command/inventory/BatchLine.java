package io.daybook.command.inventory;

import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Form;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch.
 *
 * @param id the sender's, 1 to 200 characters: the same line again is answered as it was the first time
 * @param kind {@code receive} (quantity, reference), {@code adjust} (delta, reason) or {@code count} (counted, reference)
 */
record BatchLine(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String sku,
        @Nullable String location,
        @Nullable Integer quantity,
        @Nullable Integer delta,
        @Nullable Integer counted,
        @Nullable String reference,
        @Nullable String reason) {
    /** @throws BadField naming the field */
    InventoryCommand read(StockWishes wishes) {
        ItemId item = StockWishes.item(sku, location);
        return switch (Form.required("kind", kind)) {
            case "receive" -> wishes.receiving(item, new ReceiptRequest(quantity, reference));
            case "adjust" -> wishes.adjusting(item, new AdjustmentRequest(delta, reason));
            case "count" -> wishes.counting(item, new CountRequest(counted, reference));
            default -> throw new BadField("kind", "must be receive, adjust or count");
        };
    }
}
