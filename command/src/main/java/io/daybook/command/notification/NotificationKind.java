package io.daybook.command.notification;

import java.util.Optional;

/** What is told, and to whom. The names are a contract with templates and with receivers of webhooks. */
public enum NotificationKind {
    /** What was ordered, and what it costs. */
    ORDER_CONFIRMED("order-confirmed", Audience.CUSTOMER),
    /** Which lines have left. */
    ORDER_SHIPPED("order-shipped", Audience.CUSTOMER),
    /** How much money went back. */
    ORDER_REFUNDED("order-refunded", Audience.CUSTOMER),
    /** That the shop does not take the order; not why, since what was suspected is nobody's business. */
    ORDER_REFUSED("order-refused", Audience.CUSTOMER),
    /** That the order has ended, and why. */
    ORDER_CANCELLED("order-cancelled", Audience.CUSTOMER),
    /** Which of its items will not be sent, and why; the order goes on without them, or has had the others. */
    ITEMS_CANCELLED("items-cancelled", Audience.CUSTOMER),
    /** What one location is to send. */
    TO_PICK("to-pick", Audience.WAREHOUSE),
    /** What one location was told to send and is to leave where it is. */
    NOT_TO_PICK("not-to-pick", Audience.WAREHOUSE);

    /** Who is told. */
    public enum Audience {
        CUSTOMER,
        WAREHOUSE
    }

    private final String code;
    private final Audience audience;

    NotificationKind(String code, Audience audience) {
        this.code = code;
        this.audience = audience;
    }

    /** Stable: {@code order-confirmed}. */
    public String code() {
        return code;
    }

    public Audience audience() {
        return audience;
    }

    /** Empty if there is no such kind. */
    public static Optional<NotificationKind> of(String code) {
        for (NotificationKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
