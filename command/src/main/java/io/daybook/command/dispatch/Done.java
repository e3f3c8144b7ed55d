package io.daybook.command.dispatch;

/**
 * The answer to a granted wish, as REST and GraphQL give it.
 *
 * @param id what was changed: an order's id, a SKU, or an item as {@code sku@location}
 * @param changed false if everything was already as wished
 * @param readAfter token for queries that must show the outcome
 */
public record Done(String id, boolean changed, String readAfter) {
    public static Done of(String id, Receipt receipt) {
        return new Done(id, receipt.changed(), receipt.readAfter().token());
    }
}
