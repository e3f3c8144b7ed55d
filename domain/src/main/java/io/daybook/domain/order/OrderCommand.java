package io.daybook.domain.order;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an order. {@code now} is business time. */
public sealed interface OrderCommand extends Command {
    OrderId order();

    Instant now();

    @Override
    default String aggregateId() {
        return order().aggregateId();
    }

    /** Places the order on the stock that was found for it in the same commit. */
    record PlaceOrder(
            OrderId order,
            CustomerId customer,
            Buyer buyer,
            List<OrderLine> lines,
            List<Charge> charges,
            List<Allocation> allocations,
            Instant holdsUntil,
            Terms terms,
            Instant now)
            implements OrderCommand {}

    /** Waits for the payment once more: the buyer tries something else. */
    record AwaitPayment(OrderId order, Instant now) implements OrderCommand {}

    record NotePaymentAction(OrderId order, Instant now) implements OrderCommand {}

    record NotePaymentDecline(OrderId order, String code, Instant now) implements OrderCommand {}

    record SecurePayment(OrderId order, Money amount, Instant now) implements OrderCommand {}

    /**
     * @param score from 0, none, to 100
     * @param reasons stable codes
     * @param reviewUntil when waiting for a person would end
     */
    record ScreenOrder(
            OrderId order, int score, Verdict verdict, List<String> reasons, Instant reviewUntil, Instant now)
            implements OrderCommand {}

    /** @param by who looked at it */
    record ApproveOrder(OrderId order, String by, Instant now) implements OrderCommand {}

    /** @param by who looked at it */
    record RefuseOrder(OrderId order, String by, String reason, Instant now) implements OrderCommand {}

    /** Other stock serves the order, since what was held for it is gone. */
    record SourceAnew(OrderId order, List<Allocation> allocations, Instant now) implements OrderCommand {}

    /** The stock of an order that waits for its payment is held until {@code holdsUntil}; possible once. */
    record ExtendHold(OrderId order, Instant holdsUntil, Instant now) implements OrderCommand {}

    /**
     * Other stock serves units that were not shipped.
     *
     * @param released what serves them so far, all of it promised and not shipped
     * @param allocated as many units of each line and SKU
     */
    record Reallocate(OrderId order, List<Allocation> released, List<Allocation> allocated, Instant now)
            implements OrderCommand {}

    /** Ends the order if what it waits for is overdue. */
    record EndOverdue(OrderId order, Instant now) implements OrderCommand {}

    record ConfirmOrder(OrderId order, Instant now) implements OrderCommand {}

    /**
     * @param picks what goes into the parcel; empty means all that is left
     */
    record ShipItems(OrderId order, String shipmentId, List<Pick> picks, Instant now) implements OrderCommand {}

    /**
     * @param sku the allocated SKU: the line's own, or a bundle's component
     */
    record Pick(int line, Sku sku, int quantity) {}

    record DeliverOrder(OrderId order, Instant now) implements OrderCommand {}

    record CancelOrder(OrderId order, String reason, Instant now) implements OrderCommand {}

    /**
     * Units of a confirmed order shall not be shipped.
     *
     * @param items units per line; each names the line's own SKU, since a bundle is cancelled whole; empty means all that is left
     */
    record CancelItems(OrderId order, String cancellationId, List<Pick> items, String reason, Instant now)
            implements OrderCommand {}

    /**
     * Units of a confirmed order cannot be shipped: there are none. What they are a part of is cancelled whole.
     *
     * @param at where they are missing
     * @param missing units per line and allocated SKU, at most what is left to ship of it
     */
    record LoseItems(
            OrderId order, String cancellationId, LocationId at, List<Pick> missing, String reason, Instant now)
            implements OrderCommand {}

    /**
     * @param returns units per line, at most what was shipped and not yet returned; each names the line's own SKU, since a bundle
     *     comes back whole
     */
    record ReturnItems(OrderId order, String returnId, List<Pick> returns, String reason, Instant now)
            implements OrderCommand {}

    /** Imported history: an order that was placed, shipped and delivered elsewhere. To it no process ever reacts. */
    record RecordPastOrder(
            OrderId order,
            CustomerId customer,
            @Nullable Buyer buyer,
            List<OrderLine> lines,
            List<Charge> charges,
            List<Allocation> allocations,
            Instant now)
            implements OrderCommand {}

    /** Imported history: goods that came back on a credit note which names no order; the note is kept under an id of its own. */
    record RecordPastReturn(OrderId order, List<ReturnedLine> lines, String reason, Instant now)
            implements OrderCommand {}
}
