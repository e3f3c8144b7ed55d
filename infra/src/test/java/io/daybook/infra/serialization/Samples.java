package io.daybook.infra.serialization;

import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.Phone;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.domain.payment.PaymentEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of every kind, with every optional part filled in. */
public final class Samples {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Sku LAMP = new Sku("LAMP-1");
    private static final Sku BULB = new Sku("BULB-9");
    private static final LocationId BERLIN = new LocationId("berlin");
    private static final OrderId ORDER = new OrderId("1001");
    private static final ReservationId HOLD = ReservationId.of(ORDER, 1);
    private static final Money PRICE = new Money(4_990, "EUR");
    private static final Money TOTAL = new Money(10_470, "EUR");
    private static final String MONEY = "auth-1";

    public static final CustomerId ADA = new CustomerId("ada");
    public static final Buyer BUYER = new Buyer(
            new CustomerName("Ada Lovelace"),
            new Email("ada@example.org"),
            new Phone("+44 20 7946 0000"),
            new Address("12 St James's Square", "SW1Y 4JH", "London", "GB"));

    private static final ProductDetails DETAILS = new ProductDetails(
            "Reading lamp",
            "Lights a page, and nothing else.",
            "Lumen",
            List.of("Home", "Lighting"),
            Map.of(
                    "Colour", new AttributeValue.Words("brass"),
                    "Dimmable", new AttributeValue.Flag(true),
                    "Power, W", new AttributeValue.Figure(new BigDecimal("7.50"))),
            List.of("4006381333931"),
            List.of("https://example.org/lamp.jpg"),
            "LAMP",
            List.of(new BundleComponent(BULB, 2)));
    private static final Allocation ALLOCATION = new Allocation(1, LAMP, BERLIN, HOLD, 2);

    /** Also what an imported order looks like: its customer is known, the person is not. */
    public static final OrderEvent.OrderPlaced WITHOUT_BUYER = placed(null);

    public static final List<DomainEvent> ALL = List.of(
            new ProductEvent.ProductListed(LAMP, DETAILS, PRICE),
            new ProductEvent.ProductDetailsChanged(LAMP, DETAILS),
            new ProductEvent.PriceChanged(LAMP, new Money(3_990, "EUR"), PRICE),
            new ProductEvent.ProductDelisted(LAMP, "sold out for good"),
            new InventoryEvent.StockReceived(LAMP, BERLIN, "DN-7", 10, 10, NOON),
            new InventoryEvent.StockAdjusted(LAMP, BERLIN, -1, "broken", 9, NOON),
            new InventoryEvent.StockCounted(LAMP, BERLIN, "night of the 20th", 1, 10, NOON),
            new InventoryEvent.InventoryReserved(LAMP, BERLIN, HOLD, ORDER, 2, NOON.plusSeconds(900), NOON),
            new InventoryEvent.ReservationExtended(LAMP, BERLIN, HOLD, ORDER, 2, NOON.plusSeconds(1800), NOON),
            new InventoryEvent.ReservationConfirmed(LAMP, BERLIN, HOLD, ORDER, 2, 5, NOON),
            new InventoryEvent.ReservationReleased(LAMP, BERLIN, HOLD, ORDER, 2, 3, "cancelled", NOON),
            new InventoryEvent.ReservationExpired(LAMP, BERLIN, HOLD, ORDER, 2, NOON, NOON.plusSeconds(7)),
            new InventoryEvent.StockShipped(LAMP, BERLIN, HOLD, ORDER, 2, 8, 3, NOON),
            new InventoryEvent.StockReturned(LAMP, BERLIN, ORDER, "R-1", 1, 9, NOON),
            new InventoryEvent.ItemFellShort(LAMP, BERLIN, 3, NOON),
            new InventoryEvent.ShortageClosed(LAMP, BERLIN, NOON),
            placed(BUYER),
            new OrderEvent.StockAllocated(ORDER, List.of(ALLOCATION), NOON.plusSeconds(900), NOON),
            new OrderEvent.HoldsExtended(ORDER, NOON.plusSeconds(1_800), NOON),
            new OrderEvent.StockReallocated(
                    ORDER,
                    List.of(ALLOCATION),
                    List.of(new Allocation(1, LAMP, new LocationId("hamburg"), ReservationId.of(ORDER, 2), 2)),
                    NOON),
            new OrderEvent.PaymentAwaited(ORDER, TOTAL, NOON.plusSeconds(900), NOON),
            new OrderEvent.PaymentNeedsAction(ORDER, NOON),
            new OrderEvent.PaymentTurnedDown(ORDER, "insufficient_funds", NOON),
            new OrderEvent.PaymentSecured(ORDER, TOTAL, NOON),
            new OrderEvent.OrderSentToReview(ORDER, 60, List.of("fraud.many-orders"), NOON.plusSeconds(86_400), NOON),
            new OrderEvent.OrderCleared(ORDER, 60, List.of(), "grace", NOON),
            new OrderEvent.OrderRefused(ORDER, 90, List.of("fraud.new-address"), "rules", NOON),
            new OrderEvent.OrderConfirmed(ORDER, NOON),
            new OrderEvent.ItemsShipped(ORDER, "S-1", List.of(new Parcel(1, LAMP, BERLIN, HOLD, 2)), true, NOON),
            new OrderEvent.OrderDelivered(ORDER, NOON),
            new OrderEvent.OrderCancelled(ORDER, "changed their mind", List.of(ALLOCATION), NOON),
            new OrderEvent.ItemsCancelled(
                    ORDER,
                    "C-1",
                    List.of(new CancelledLine(1, LAMP, 1, PRICE)),
                    List.of(ALLOCATION),
                    PRICE,
                    "too many",
                    false,
                    NOON),
            new OrderEvent.ItemsReturned(
                    ORDER, "R-1", List.of(new ReturnedLine(1, LAMP, BERLIN, 1, PRICE)), PRICE, "too bright", NOON),
            new PaymentEvent.PaymentRequested(ORDER, ADA, 1, TOTAL, new PaymentToken("pm_1"), NOON),
            new PaymentEvent.PaymentActionRequired(ORDER, 1, MONEY, NOON),
            new PaymentEvent.PaymentAuthorised(ORDER, 1, MONEY, TOTAL, true, NOON),
            new PaymentEvent.PaymentDeclined(ORDER, 1, "insufficient_funds", NOON),
            new PaymentEvent.CaptureRequested(ORDER, "S-1", 1, TOTAL, true, NOON),
            new PaymentEvent.PaymentCaptured(ORDER, "S-1", TOTAL, TOTAL, NOON),
            new PaymentEvent.CaptureFailed(ORDER, "S-1", TOTAL, "expired", NOON),
            new PaymentEvent.RefundRequested(ORDER, "R-1", 1, PRICE, "too bright", NOON),
            new PaymentEvent.PaymentRefunded(ORDER, "R-1", PRICE, PRICE, NOON),
            new PaymentEvent.RefundFailed(ORDER, "R-1", PRICE, new Money(0, "EUR"), "closed_account", NOON),
            new PaymentEvent.PaymentLowered(ORDER, "C-1", PRICE, TOTAL, "too many", NOON),
            new PaymentEvent.VoidRequested(ORDER, MONEY, "changed their mind", NOON),
            new PaymentEvent.PaymentVoided(ORDER, NOON));

    /** The kinds of events that the program knows. */
    public static final EventTypes TYPES = EventTypes.of(
            List.of(ProductEvent.class, InventoryEvent.class, OrderEvent.class, PaymentEvent.class), Map.of());

    private Samples() {}

    private static OrderEvent.OrderPlaced placed(@Nullable Buyer buyer) {
        return new OrderEvent.OrderPlaced(
                ORDER,
                ADA,
                buyer,
                List.of(new OrderLine(1, LAMP, 2, PRICE)),
                List.of(new Charge("shipping", new Money(490, "EUR"))),
                new Money(10_470, "EUR"),
                NOON);
    }
}
