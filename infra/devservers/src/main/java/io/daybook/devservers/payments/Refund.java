package io.daybook.devservers.payments;

import java.util.Map;
import java.util.TreeMap;

/**
 * Money given back.
 *
 * @param created seconds since 1970
 * @param intent the payment's id
 * @param amount minor units
 * @param status {@code succeeded}, {@code pending} or {@code failed}
 */
record Refund(
        String id,
        long created,
        String intent,
        long amount,
        String currency,
        String status,
        Map<String, String> metadata) {

    Refund to(String next) {
        return new Refund(id, created, intent, amount, currency, next, metadata);
    }

    Form row() {
        Map<String, String> row = new TreeMap<>(Map.of(
                "id", id,
                "created", Long.toString(created),
                "intent", intent,
                "amount", Long.toString(amount),
                "currency", currency,
                "status", status));
        metadata.forEach((name, value) -> row.put("metadata[" + name + "]", value));
        return new Form(row);
    }

    static Refund of(Form row) {
        return new Refund(
                row.required("id"),
                row.number("created"),
                row.required("intent"),
                row.number("amount"),
                row.required("currency"),
                row.required("status"),
                row.below("metadata"));
    }
}
