package io.daybook.domain.kernel;

/** An order, named by the storefront or by us (UUIDv7). */
public record OrderId(String value) {
    /** @throws IllegalArgumentException unless the value is 1 to 64 plain characters */
    public OrderId {
        Text.require("orderId", value, 64);
    }

    /** Orders are named by callers, so their streams carry a prefix that no SKU can have: the log keeps one stream per id. */
    public String aggregateId() {
        return "order:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
