package io.daybook.app.imports.orders;

import java.util.Set;

/** Stock codes that name no article, in capitals. Every other code is an article, gift vouchers included. */
final class ChargeCodes {
    private static final Set<String> CODES = Set.of(
            "POST", // postage
            "DOT", // postage of the web shop
            "C2", // carriage
            "M", // manual entry
            "D", // discount
            "S", // samples
            "B", // bad debt
            "BANK CHARGES",
            "AMAZONFEE",
            "CRUK", // commission to a charity
            "ADJUST",
            "ADJUST2",
            "TEST001",
            "TEST002");

    private ChargeCodes() {}

    static boolean contains(String code) {
        return CODES.contains(code);
    }
}
