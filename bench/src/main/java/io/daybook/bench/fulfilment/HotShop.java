package io.daybook.bench.fulfilment;

import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.command.order.CheckOut;
import io.daybook.devservers.Addresses;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.ItemId;
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
import io.daybook.domain.order.OrderLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many buyers of one SKU at the command gateway, each with an order of one unit to be paid first: order, hold and the wish for its
 * money are one commit. Afterwards the item must hold exactly what was accepted.
 */
final class HotShop implements Subject {
    static final String DAYBOOK = "daybook";
    /** There is always enough. */
    static final String ACCEPTED = "hot-accepted";
    /** It is sold out before the turn is over, unless the machine is very slow. */
    static final String SALE = "hot-sale";

    static final int CALLERS = 64;
    /** That an accepted order appends: OrderPlaced, StockAllocated, PaymentAwaited, InventoryReserved, PaymentRequested. */
    static final int EVENTS = 5;

    private static final double SALE_UNITS_PER_MILLI = 0.4;
    private static final LocationId PLACE = new LocationId("berlin");
    private static final Money PRICE = new Money(1_000, "EUR");
    private static final PaymentToken CARD = new PaymentToken("pm_card_visa");
    private static final Buyer BUYER = new Buyer(
            new CustomerName("Bench Buyer"),
            new Email("bench@example.org"),
            null,
            new Address("1 Main Street", "12345", "Springfield", "US"));

    private final WriteSide shop;

    HotShop(Addresses servers) {
        shop = new WriteSide(servers);
    }

    /** What became of the wishes of one turn. */
    private static final class Tally {
        private final AtomicLong accepted = new AtomicLong();
        private volatile long lastAcceptance;

        void accepted() {
            accepted.incrementAndGet();
            lastAcceptance = System.nanoTime();
        }
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Sku sku = new Sku("hot-" + UUID.randomUUID().toString().substring(0, 8));
        int units = turn.scenario().equals(ACCEPTED)
                ? 1_000_000
                : Math.max(1, (int) (SALE_UNITS_PER_MILLI * turn.millis()));
        offer(sku, units);
        Tally tally = new Tally();
        long start = System.nanoTime();
        Calls calls = Callers.call(CALLERS, turn.millis(), caller -> buy(sku, tally));
        check(sku, units, tally.accepted.get());
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("decisions_per_s", calls.perSecond());
        seen.put("accepted_per_s", tally.accepted.get() * 1e9 / (tally.lastAcceptance - start));
        seen.put("p50_us", calls.samples().micros(0.5));
        seen.put("p99_us", calls.samples().micros(0.99));
        return seen;
    }

    private void check(Sku sku, int units, long accepted) {
        long held = shop.eventsOf(new ItemId(sku, PLACE).toString()) - 1;
        if (held != accepted || held > units) {
            throw new IllegalStateException(
                    accepted + " of " + units + " units were sold to somebody and " + held + " are held");
        }
    }

    private void offer(Sku sku, int units) {
        shop.commands()
                .send(new ListProduct(
                        sku,
                        new ProductDetails(
                                "Hot", "", null, List.of("Sale"), Map.of(), List.of(), List.of(), null, List.of()),
                        PRICE));
        shop.commands().send(new ReceiveStock(sku, PLACE, "bench", units, Instant.now()));
    }

    private void buy(Sku sku, Tally tally) {
        OrderId order = new OrderId(UUID.randomUUID().toString());
        CheckOut wish = new CheckOut(
                order,
                new CustomerId("c-" + order.value()),
                BUYER,
                List.of(new OrderLine(1, sku, 1, PRICE)),
                List.of(),
                CARD,
                Instant.now());
        try {
            shop.commands().send(wish);
        } catch (Refused soldOut) {
            return;
        }
        tally.accepted();
    }

    @Override
    public void close() {
        shop.close();
    }
}
