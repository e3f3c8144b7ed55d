package io.daybook.devservers.payments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an account did to each order's money, by the order that payments name in their metadata, in minor units. */
final class Ledger {

    private Ledger() {}

    /** {@code authorised} is what was ever set aside, {@code held} what still is and was not captured. */
    static Reply of(Account account) {
        Map<String, Map<String, Object>> orders = new TreeMap<>();
        for (Intent intent : account.intents()) {
            String order = intent.metadata().getOrDefault("order", "");
            Map<String, Object> row =
                    orders.computeIfAbsent(order + " " + intent.currency(), any -> row(order, intent));
            add(row, "payments", 1);
            add(row, "authorised", intent.authorised() ? intent.amount() : 0);
            add(row, "held", intent.held());
            add(row, "captured", intent.captured());
            add(row, "refunded", intent.refunded());
        }
        return Reply.ok(Map.of("orders", List.copyOf(orders.values())));
    }

    private static Map<String, Object> row(String order, Intent intent) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("order", order);
        row.put("currency", intent.currency());
        return row;
    }

    private static void add(Map<String, Object> row, String name, long amount) {
        row.merge(name, amount, (one, other) -> (Long) one + (Long) other);
    }
}
