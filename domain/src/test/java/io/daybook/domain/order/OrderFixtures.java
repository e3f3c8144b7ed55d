package io.daybook.domain.order;

import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.kernel.Story;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The words that stories about orders are told in. Ada buys three mugs at 10 euros, two of them in Berlin and one in Cologne, and two
 * tea boxes at 25 euros, each of one tin and two spoons; shipping is 5 euros.
 */
final class OrderFixtures {
    static final OrderId ORDER = new OrderId("O-1");
    static final CustomerId ADA = new CustomerId("C-1");
    static final Buyer BUYER = buyer("Ada");
    static final Sku MUG = new Sku("MUG-1");
    static final Sku BOX = new Sku("BOX-1");
    static final Sku TIN = new Sku("TIN-1");
    static final Sku SPOON = new Sku("SPOON-1");
    static final LocationId BERLIN = new LocationId("BER");
    static final LocationId COLOGNE = new LocationId("CGN");

    static final List<OrderLine> LINES =
            List.of(new OrderLine(1, MUG, 3, euros(10_00)), new OrderLine(2, BOX, 2, euros(25_00)));
    static final List<Charge> CHARGES = List.of(new Charge("shipping", euros(5_00)));
    static final List<Allocation> ALLOCATIONS = List.of(
            new Allocation(1, MUG, BERLIN, reservation(1), 2),
            new Allocation(1, MUG, COLOGNE, reservation(2), 1),
            new Allocation(2, TIN, BERLIN, reservation(3), 2),
            new Allocation(2, SPOON, BERLIN, reservation(4), 4));

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));
    static final Instant LATER = NOON.plus(Duration.ofHours(30));

    private OrderFixtures() {}

    static Story<OrderCommand, Order, OrderEvent> given(OrderEvent... past) {
        return new Story<OrderCommand, Order, OrderEvent>(Order.initial(), Order::evolve, OrderDecider::decide)
                .given(List.of(past));
    }

    static PlaceOrder place() {
        return place(LINES, CHARGES, ALLOCATIONS);
    }

    static PlaceOrder place(List<OrderLine> lines, List<Charge> charges, List<Allocation> allocations) {
        return place(lines, charges, allocations, Terms.INVOICE);
    }

    static PlaceOrder place(List<OrderLine> lines, List<Charge> charges, List<Allocation> allocations, Terms terms) {
        return new PlaceOrder(ORDER, ADA, BUYER, lines, charges, allocations, QUARTER_PAST, terms, NOON);
    }

    /** Ships some units, or all that is left if none are named. */
    static ShipItems ship(String shipmentId, Pick... picks) {
        return new ShipItems(ORDER, shipmentId, List.of(picks), LATER);
    }

    static OrderEvent placed() {
        return new OrderPlaced(ORDER, ADA, BUYER, LINES, CHARGES, euros(85_00), NOON);
    }

    static OrderEvent allocated() {
        return new StockAllocated(ORDER, ALLOCATIONS, QUARTER_PAST, NOON);
    }

    static OrderEvent awaited() {
        return new PaymentAwaited(ORDER, euros(85_00), QUARTER_PAST, NOON);
    }

    static OrderEvent turnedDown() {
        return new PaymentTurnedDown(ORDER, "insufficient_funds", NOON);
    }

    static OrderEvent secured() {
        return new PaymentSecured(ORDER, euros(85_00), NOON);
    }

    static OrderEvent cleared() {
        return new OrderCleared(ORDER, 0, List.of(), "rules", NOON);
    }

    /** Until 30 hours later. */
    static OrderEvent sentToReview() {
        return new OrderSentToReview(ORDER, 60, List.of("fraud.many-orders"), LATER, NOON);
    }

    static OrderEvent confirmed() {
        return new OrderConfirmed(ORDER, NOON);
    }

    /** All of the order in one shipment. */
    static OrderEvent shipped() {
        return shipped("S-1", true, fromBerlin(MUG, 2), fromCologne(1), fromBerlin(TIN, 2), fromBerlin(SPOON, 4));
    }

    static OrderEvent shipped(String shipmentId, boolean complete, Parcel... parcels) {
        return new ItemsShipped(ORDER, shipmentId, List.of(parcels), complete, LATER);
    }

    static OrderEvent delivered() {
        return new OrderDelivered(ORDER, LATER);
    }

    static OrderEvent cancelled() {
        return new OrderCancelled(ORDER, "changed her mind", ALLOCATIONS, LATER);
    }

    static OrderEvent returned(String returnId, Money value, ReturnedLine... lines) {
        return new ItemsReturned(ORDER, returnId, List.of(lines), value, "too small", LATER);
    }

    /** A credit note of long ago: one mug. */
    static OrderEvent credited() {
        return new ItemsReturned(ORDER, "O-1", List.of(back(1, MUG, BERLIN, 1, 10_00)), euros(10_00), "import", NOON);
    }

    static Parcel fromBerlin(Sku sku, int quantity) {
        int n = sku.equals(MUG) ? 1 : sku.equals(TIN) ? 3 : 4;
        return new Parcel(n == 1 ? 1 : 2, sku, BERLIN, reservation(n), quantity);
    }

    static Parcel fromCologne(int mugs) {
        return new Parcel(1, MUG, COLOGNE, reservation(2), mugs);
    }

    static ReturnedLine back(int line, Sku sku, LocationId location, int quantity, long cents) {
        return new ReturnedLine(line, sku, location, quantity, euros(cents));
    }

    static ReservationId reservation(int n) {
        return ReservationId.of(ORDER, n);
    }

    static Buyer buyer(String name) {
        return new Buyer(
                new CustomerName(name),
                new Email("ada@example.org"),
                null,
                new Address("Weg 1", "10115", "Berlin", "DE"));
    }

    static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    static OrderRefusal unknownOrder() {
        return new OrderRefusal.UnknownOrder(ORDER);
    }

    static OrderRefusal alreadyPlaced() {
        return new OrderRefusal.AlreadyPlaced(ORDER);
    }

    static OrderRefusal notConfirmed() {
        return new OrderRefusal.NotConfirmed(ORDER);
    }

    static OrderRefusal notShipped() {
        return new OrderRefusal.NotShipped(ORDER);
    }

    static OrderRefusal alreadyShipped() {
        return new OrderRefusal.AlreadyShipped(ORDER);
    }

    static OrderRefusal alreadyCancelled() {
        return new OrderRefusal.AlreadyCancelled(ORDER);
    }

    static OrderRefusal notAnOrder() {
        return new OrderRefusal.NotAnOrder(ORDER);
    }
}
