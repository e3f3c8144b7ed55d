package io.daybook.infra.notification;

import io.daybook.command.notification.Notification;
import io.daybook.command.notification.Recipient;
import io.daybook.domain.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is posted. A field is only ever added; one that a kind has nothing for is left out.
 *
 * @param type {@code order-confirmed} and the other kinds
 * @param timestamp when that happened which is told of, the same however often it is sent
 */
record WebhookBody(String type, Instant timestamp, Data data) {

    /**
     * @param customer for messages that are for a customer
     * @param location for messages that are for a warehouse
     * @param amount the total, or what was paid back
     * @param complete of {@code order-shipped}: whether nothing is left to ship
     */
    record Data(
            String order,
            @Nullable Customer customer,
            @Nullable String location,
            @Nullable List<Line> lines,
            @Nullable List<Charge> charges,
            @Nullable Amount amount,
            @Nullable String reason,
            @Nullable Boolean complete) {}

    record Customer(String name, String email) {}

    record Line(
            String sku,
            String title,
            int quantity,
            @Nullable Amount amount) {}

    record Charge(String label, Amount amount) {}

    /** Minor units of a currency. */
    record Amount(long minor, String currency) {
        static @Nullable Amount of(@Nullable Money money) {
            return money == null ? null : new Amount(money.minor(), money.currency());
        }
    }

    static WebhookBody of(Notification message) {
        return new WebhookBody(
                message.kind().code(),
                message.happenedAt(),
                new Data(
                        message.order().value(),
                        message.to() instanceof Recipient.Customer to
                                ? new Customer(to.name().value(), to.email().value())
                                : null,
                        message.to() instanceof Recipient.Warehouse to
                                ? to.location().value()
                                : null,
                        message.lines().isEmpty() ? null : lines(message),
                        message.charges().isEmpty() ? null : charges(message),
                        Amount.of(message.amount()),
                        message.reason(),
                        switch (message.kind()) {
                            case ORDER_SHIPPED -> message.complete();
                            case ORDER_CONFIRMED,
                                    ORDER_REFUNDED,
                                    ORDER_REFUSED,
                                    ORDER_CANCELLED,
                                    ITEMS_CANCELLED,
                                    TO_PICK,
                                    NOT_TO_PICK -> null;
                        }));
    }

    private static List<Line> lines(Notification message) {
        return message.lines().stream()
                .map(l -> new Line(l.sku().value(), l.title(), l.quantity(), Amount.of(l.amount())))
                .toList();
    }

    private static List<Charge> charges(Notification message) {
        return message.charges().stream()
                .map(c -> new Charge(
                        c.label(), new Amount(c.amount().minor(), c.amount().currency())))
                .toList();
    }
}
