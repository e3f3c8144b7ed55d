package io.daybook.command;

import io.daybook.command.order.CheckOut;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The shop that every test of the write side tells of: teapots and mugs, in Berlin and Hamburg. */
public final class Stories {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant HOLDS_UNTIL = NOW.plusSeconds(15 * 60);
    public static final Sku TEAPOT = new Sku("TEAPOT");
    public static final Sku MUG = new Sku("MUG");
    public static final Sku SET = new Sku("TEA-SET");
    public static final LocationId BERLIN = new LocationId("berlin");
    public static final LocationId HAMBURG = new LocationId("hamburg");
    public static final CustomerId ADA = new CustomerId("ada");
    public static final Buyer BUYER = new Buyer(
            new CustomerName("Ada"), new Email("ada@example.org"), null, new Address("Weg 1", "10115", "Berlin", "DE"));

    private Stories() {}

    public static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    public static ProductDetails details(String title, BundleComponent... components) {
        return new ProductDetails(
                title, "", null, List.of("Kitchen"), Map.of(), List.of(), List.of(), null, List.of(components));
    }

    /** Lists a teapot for 20.00, a mug for 5.00, and a set of one and two for 28.00. */
    public static void openShop(WriteSide shop) {
        shop.commands.send(new ListProduct(TEAPOT, details("Teapot"), euros(2000)));
        shop.commands.send(new ListProduct(MUG, details("Mug"), euros(500)));
        shop.commands.send(new ListProduct(
                SET, details("Set", new BundleComponent(TEAPOT, 1), new BundleComponent(MUG, 2)), euros(2800)));
    }

    public static void receive(WriteSide shop, Sku sku, LocationId location, int quantity) {
        shop.commands.send(new ReceiveStock(sku, location, "delivery", quantity, NOW));
    }

    public static OrderId order(String id) {
        return new OrderId(id);
    }

    public static OrderLine line(int number, Sku sku, int quantity, long cents) {
        return new OrderLine(number, sku, quantity, euros(cents));
    }

    public static CheckOut checkOut(String id, OrderLine... lines) {
        return new CheckOut(order(id), ADA, BUYER, List.of(lines), List.of(), NOW);
    }

    /** Finds no fraud; an order on invoice is confirmed with it. */
    public static ScreenOrder clear(String id, Instant now) {
        return new ScreenOrder(order(id), 0, Verdict.CLEAR, List.of(), now.plusSeconds(3600), now);
    }

    public static OrderCleared cleared(String id, Instant now) {
        return new OrderCleared(order(id), 0, List.of(), "rules", now);
    }

    /** As {@link #checkOut}, to be paid with something. */
    public static CheckOut prepaid(String id, String method, OrderLine... lines) {
        return new CheckOut(order(id), ADA, BUYER, List.of(lines), List.of(), new PaymentToken(method), NOW);
    }

    /** The refusal that a call ends with. */
    public static Refused refusal(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(Refused.class, call);
    }
}
