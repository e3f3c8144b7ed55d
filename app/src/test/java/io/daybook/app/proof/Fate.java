package io.daybook.app.proof;

/**
 * What is to become of an order.
 *
 * @param order its id
 */
record Fate(String order, Kind kind) {
    private static final long CENTS = 1_000;

    /** In every twenty orders: some that stop where somebody is waited for, some that come back, most that are shipped. */
    static Fate numbered(int number) {
        return new Fate(
                "order-" + number,
                switch (number % 20) {
                    case 3 -> Kind.DECLINED;
                    case 6 -> Kind.WATCHED;
                    case 9, 14 -> Kind.CANCELLED;
                    case 12, 17 -> Kind.RETURNED;
                    case 19 -> Kind.LEFT;
                    default -> Kind.SHIPPED;
                });
    }

    /** Where orders end. */
    enum Kind {
        /** The bank says no, and the buyer has nothing else. */
        DECLINED("pm_card_visa_chargeDeclinedInsufficientFunds", "PAYMENT_DECLINED insufficient_funds"),
        /** The bank wants something of a buyer who does not care. */
        WATCHED("pm_card_authenticationRequired", "PAYMENT_ACTION_REQUIRED"),
        /** The buyer thinks better of it, whatever the bank does meanwhile. */
        CANCELLED("pm_card_visa", "CANCELLED thought better of it"),
        RETURNED("pm_card_visa", "RETURNED too small"),
        /** Nobody ships it. */
        LEFT("pm_card_visa", "CONFIRMED"),
        SHIPPED("pm_card_visa", "SHIPPED");

        private final String method;
        private final String end;

        Kind(String method, String end) {
            this.method = method;
            this.end = end;
        }

        /** What it is paid with. */
        String method() {
            return method;
        }

        /** How the storefront sees it in the end: its stage, and the reason if there is one. */
        String end() {
            return end;
        }

        /** Whether this is its money in the end. A cancelled order's money may have been set aside before, or not. */
        boolean moves(Money money) {
            return switch (this) {
                case DECLINED, WATCHED -> money.equals(Money.NONE);
                case CANCELLED ->
                    money.equals(Money.NONE)
                            || money.equals(Money.heldOnly(CENTS).released());
                case RETURNED -> money.equals(Money.capturedAll(CENTS).refunded(CENTS));
                case LEFT -> money.equals(Money.heldOnly(CENTS));
                case SHIPPED -> money.equals(Money.capturedAll(CENTS));
            };
        }
    }
}
