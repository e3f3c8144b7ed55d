package io.daybook.command.notification;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message with all it has to say. It lives as long as it takes to send it and is stored nowhere.
 *
 * @param id the same each time it is sent, by which a receiver knows what it has already
 * @param happenedAt when that happened which is told of
 * @param lines the goods it is about; empty where it is about none
 * @param charges what else was agreed; only for a confirmation
 * @param amount the order's total, or what was paid back; null where no money is told of
 * @param reason why an order was cancelled: one of our codes, or somebody's words; null for all else
 * @param complete whether nothing of the order is left to ship
 */
public record Notification(
        String id,
        NotificationKind kind,
        OrderId order,
        Instant happenedAt,
        Recipient to,
        List<Line> lines,
        List<Charge> charges,
        @Nullable Money amount,
        @Nullable String reason,
        boolean complete) {

    public Notification {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /**
     * Units of one SKU.
     *
     * @param title as the product is called now; its SKU if it was never listed
     * @param quantity at least 1
     * @param amount what all the units cost; null where prices are not told
     */
    public record Line(
            Sku sku, String title, int quantity, @Nullable Money amount) {}

    /** A priced line without goods; a discount is negative. */
    public record Charge(String label, Money amount) {}
}
