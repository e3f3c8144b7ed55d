package io.daybook.infra.notification;

import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Recipient;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template may ask for, the same names for every kind:
 *
 * <table>
 * <caption>Names</caption>
 * <tr><td>{@code shop}, {@code order}, {@code orderUrl}</td><td>the shop's name, the order's id, where it can be seen or nothing</td></tr>
 * <tr><td>{@code name}</td><td>of the customer, or nothing</td></tr>
 * <tr><td>{@code location}</td><td>of the warehouse, or nothing</td></tr>
 * <tr><td>{@code lines}: {@code title}, {@code sku}, {@code quantity}, {@code amount}</td><td>the goods</td></tr>
 * <tr><td>{@code charges}: {@code label}, {@code amount}</td><td>what else was agreed</td></tr>
 * <tr><td>{@code amount}</td><td>the total, or what was paid back, or nothing</td></tr>
 * <tr><td>{@code complete}</td><td>whether nothing is left to ship</td></tr>
 * <tr><td>{@code reason}; {@code paymentTimeout}, {@code reviewTimeout}, {@code stockLost}</td>
 *     <td>somebody's words for why an order was cancelled, or nothing; whether it was that reason of ours</td></tr>
 * </table>
 */
final class Words {
    private static final List<String> OUR_REASONS = List.of("payment-timeout", "review-timeout", "stock-lost");

    private final TemplateProperties properties;
    private final Amounts amounts;

    Words(TemplateProperties properties) {
        this.properties = properties;
        amounts = new Amounts(properties.locale());
    }

    Map<String, @Nullable Object> of(Notification message) {
        String reason = message.reason();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("shop", properties.shop());
        model.put("order", message.order().value());
        model.put("orderUrl", properties.urlOf(message.order().value()));
        model.put(
                "name",
                message.to() instanceof Recipient.Customer to ? to.name().value() : null);
        model.put(
                "location",
                message.to() instanceof Recipient.Warehouse to ? to.location().value() : null);
        model.put("lines", message.lines().stream().map(this::line).toList());
        model.put("charges", message.charges().stream().map(this::charge).toList());
        model.put("amount", amount(message.amount()));
        model.put("complete", message.complete());
        model.put("reason", reason == null || OUR_REASONS.contains(reason) ? null : reason);
        model.put("paymentTimeout", "payment-timeout".equals(reason));
        model.put("reviewTimeout", "review-timeout".equals(reason));
        model.put("stockLost", "stock-lost".equals(reason));
        return model;
    }

    private Map<String, @Nullable Object> line(Notification.Line line) {
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("title", line.title());
        words.put("sku", line.sku().value());
        words.put("quantity", line.quantity());
        words.put("amount", amount(line.amount()));
        return words;
    }

    private Map<String, Object> charge(Notification.Charge charge) {
        return Map.of("label", charge.label(), "amount", amounts.of(charge.amount()));
    }

    private @Nullable String amount(@Nullable Money money) {
        return money == null ? null : amounts.of(money);
    }

    /** The most that a message of the kind says, to try templates out on. */
    static Notification most(NotificationKind kind) {
        Money money = new Money(1250, "EUR");
        boolean agreed = kind == NotificationKind.ORDER_CONFIRMED;
        boolean goods = agreed
                || kind == NotificationKind.ORDER_SHIPPED
                || kind == NotificationKind.ITEMS_CANCELLED
                || kind.audience() == NotificationKind.Audience.WAREHOUSE;
        return sample(
                kind,
                goods ? List.of(new Notification.Line(new Sku("lamp"), "Lamp", 2, agreed ? money : null)) : List.of(),
                agreed ? List.of(new Notification.Charge("Shipping", money)) : List.of(),
                agreed || kind == NotificationKind.ORDER_REFUNDED ? money : null,
                hasReason(kind) ? "changed my mind" : null,
                kind == NotificationKind.ORDER_SHIPPED);
    }

    /** The least. */
    static Notification least(NotificationKind kind) {
        Notification most = most(kind);
        return sample(kind, most.lines(), List.of(), most.amount(), hasReason(kind) ? "stock-lost" : null, false);
    }

    private static boolean hasReason(NotificationKind kind) {
        return kind == NotificationKind.ORDER_CANCELLED || kind == NotificationKind.ITEMS_CANCELLED;
    }

    private static Notification sample(
            NotificationKind kind,
            List<Notification.Line> lines,
            List<Notification.Charge> charges,
            @Nullable Money amount,
            @Nullable String reason,
            boolean complete) {
        return new Notification(
                "00000000-0000-5000-8000-000000000000",
                kind,
                new OrderId("order-1"),
                Instant.EPOCH,
                switch (kind.audience()) {
                    case CUSTOMER ->
                        new Recipient.Customer(new CustomerName("Ada Example"), new Email("ada@example.org"));
                    case WAREHOUSE -> new Recipient.Warehouse(new LocationId("north"));
                },
                lines,
                charges,
                amount,
                reason,
                complete);
    }
}
