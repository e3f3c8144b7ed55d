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
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told in these tests. */
final class Messages {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String ID = "8f14e45f-ceea-567f-8a0b-2c1d3e4f5a6b";
    static final Recipient ADA =
            new Recipient.Customer(new CustomerName("Ada & Söhne <x>"), new Email("ada@example.org"));
    static final Recipient NORTH = new Recipient.Warehouse(new LocationId("north"));
    static final TemplateProperties TEMPLATES =
            new TemplateProperties("Lamps & Co", Locale.UK, "https://lamps.example/orders/{order}", null);

    private Messages() {}

    static TemplateProperties overriddenBy(Path folder) {
        return new TemplateProperties("Lamps & Co", Locale.UK, null, folder);
    }

    static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    static Notification confirmed(Recipient to) {
        return new Notification(
                ID,
                NotificationKind.ORDER_CONFIRMED,
                new OrderId("o-1"),
                NOW,
                to,
                List.of(
                        new Notification.Line(new Sku("lamp"), "Lamp, \"Aalto\" <blue>", 2, euros(5000)),
                        new Notification.Line(new Sku("bulb"), "Bulb", 1, euros(299))),
                List.of(
                        new Notification.Charge("Shipping", euros(490)),
                        new Notification.Charge("Voucher", euros(-500))),
                euros(5289),
                null,
                false);
    }

    static Notification toPick() {
        return new Notification(
                ID,
                NotificationKind.TO_PICK,
                new OrderId("o-1"),
                NOW,
                NORTH,
                List.of(new Notification.Line(new Sku("lamp"), "Lamp", 2, null)),
                List.of(),
                null,
                null,
                false);
    }

    static Notification simple(
            NotificationKind kind, @Nullable Money amount, @Nullable String reason, boolean complete) {
        return new Notification(
                ID,
                kind,
                new OrderId("o-1"),
                NOW,
                ADA,
                kind == NotificationKind.ORDER_SHIPPED
                        ? List.of(new Notification.Line(new Sku("lamp"), "Lamp", 2, null))
                        : List.of(),
                List.of(),
                amount,
                reason,
                complete);
    }

    static CircuitBreaker circuit() {
        return new Circuits(new Circuits.Settings(20, 50, Duration.ofSeconds(10))).of("test");
    }
}
