package io.daybook.query.order;

import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as its buyer may follow it. Times are business times; null means not yet.
 *
 * @param reason why it stands there: the provider's code of a decline, what speaks for fraud, why it was cancelled or came back
 * @param holdsUntil until it is confirmed: when the promise of stock ends unless the order is confirmed
 * @param cancellations of units, though others are shipped, in order
 * @param total lines and charges
 * @param cancelled what the buyer does not owe any more for units that are not shipped, though others are
 * @param returned what the buyer had paid for units that came back
 * @param captured what was taken from the buyer; zero on invoice
 * @param refunded what was given back of it
 */
public record OrderStatus(
        String id,
        String customer,
        Stage stage,
        @Nullable String reason,
        Instant placedAt,
        @Nullable Instant holdsUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        List<Line> lines,
        List<Charge> charges,
        List<Cancellation> cancellations,
        Amount total,
        Amount cancelled,
        Amount returned,
        Amount captured,
        Amount refunded) {
    /**
     * @param shipped units sent so far; for a bundle, units of its parts
     * @param cancelled units that will not be sent; for a bundle, whole bundles
     * @param returned units that came back
     * @param from where its stock is, or was
     */
    public record Line(
            int line,
            String sku,
            int quantity,
            Amount unitPrice,
            int shipped,
            int cancelled,
            int returned,
            List<Source> from) {}

    /**
     * @param sku the line's own, or that of a bundle's part
     */
    public record Source(String sku, String location, int quantity) {}

    public record Charge(String label, Amount amount) {}

    /**
     * @param reason as given; {@code stock-lost} if the units turned out not to be there
     * @param value what the buyer does not owe for them any more
     */
    public record Cancellation(String id, Instant at, String reason, Amount value) {}
}
