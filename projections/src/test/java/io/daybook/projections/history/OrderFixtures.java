package io.daybook.projections.history;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.minute;

import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import java.time.Instant;
import java.util.List;

/**
 * One order's story: Ada buys three kettles at 30 euros, two from the north and one from the south, and a tea set at 25 euros that
 * is a pot and four cups; shipping is 5 euros. What happens, happens a minute after what happened before.
 */
public final class OrderFixtures {
    public static final OrderId ORDER = new OrderId("o1");
    public static final CustomerId ADA = new CustomerId("ada");
    public static final Sku TEA_SET = new Sku("TEA-SET");
    public static final Sku POT = new Sku("POT");
    public static final Sku CUP = new Sku("CUP");
    public static final Instant HOLDS_UNTIL = minute(15);

    public static final List<OrderLine> LINES =
            List.of(new OrderLine(1, KETTLE, 3, eur(30_00)), new OrderLine(2, TEA_SET, 1, eur(25_00)));
    public static final List<Charge> CHARGES = List.of(new Charge("shipping", eur(5_00)));
    public static final List<Allocation> ALLOCATIONS = List.of(
            new Allocation(1, KETTLE, NORTH, ReservationId.of(ORDER, 1), 2),
            new Allocation(1, KETTLE, SOUTH, ReservationId.of(ORDER, 2), 1),
            new Allocation(2, POT, NORTH, ReservationId.of(ORDER, 3), 1),
            new Allocation(2, CUP, NORTH, ReservationId.of(ORDER, 4), 4));

    private static final List<Parcel> PARCELS = ALLOCATIONS.stream()
            .map(a -> new Parcel(a.line(), a.sku(), a.location(), a.reservation(), a.quantity()))
            .toList();
    public static final List<Parcel> FROM_NORTH =
            PARCELS.stream().filter(p -> p.location().equals(NORTH)).toList();
    public static final List<Parcel> FROM_SOUTH =
            PARCELS.stream().filter(p -> p.location().equals(SOUTH)).toList();
    public static final List<ReturnedLine> ONE_KETTLE = List.of(new ReturnedLine(1, KETTLE, NORTH, 1, eur(30_00)));

    private OrderFixtures() {}

    public static OrderPlaced placed() {
        return placed(ORDER, ADA, minute(0));
    }

    public static OrderPlaced placed(OrderId order, CustomerId customer, Instant at) {
        Buyer buyer = new Buyer(
                new CustomerName("Ada"),
                new Email("ada@example.org"),
                null,
                new Address("Weg 1", "10115", "Berlin", "DE"));
        return new OrderPlaced(order, customer, buyer, LINES, CHARGES, eur(120_00), at);
    }

    public static StockAllocated allocated() {
        return new StockAllocated(ORDER, ALLOCATIONS, HOLDS_UNTIL, minute(1));
    }

    public static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER, minute(2));
    }

    public static ItemsShipped shippedFromNorth() {
        return new ItemsShipped(ORDER, "s1", FROM_NORTH, false, minute(3));
    }

    public static ItemsShipped shippedFromSouth() {
        return new ItemsShipped(ORDER, "s2", FROM_SOUTH, true, minute(4));
    }

    public static OrderDelivered delivered() {
        return new OrderDelivered(ORDER, minute(5));
    }

    public static ItemsReturned returned() {
        return new ItemsReturned(ORDER, "r1", ONE_KETTLE, eur(30_00), "too loud", minute(6));
    }

    public static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, "changed her mind", ALLOCATIONS, minute(3));
    }
}
