package io.daybook.query.reading;

import java.util.Map;

/** 404: nobody knows what was asked for. */
public final class Unknown extends NotAnswered {
    private final String id;

    private Unknown(String code, String what, String id) {
        super(code, 404, "there is no " + what + " " + id, null);
        this.id = id;
    }

    public static Unknown product(String sku) {
        return new Unknown("catalog.unknown-product", "product", sku);
    }

    public static Unknown order(String order) {
        return new Unknown("order.unknown-order", "order", order);
    }

    public static Unknown item(String sku) {
        return new Unknown("inventory.unknown-item", "stock of", sku);
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("id", id);
    }
}
