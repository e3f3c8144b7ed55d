package io.daybook.infra.ports;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.RecentAggregates;
import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.command.order.CheckOut;
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
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.OrderLine;
import io.daybook.infra.eventstore.TestLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;

/** Prints how fast 64 callers get one item: through the lines, and through Axon's lock. Run by hand. */
final class HotItemSpeed {
    private static final int CALLERS = 64;
    private static final Sku LAMP = new Sku("LAMP-1");
    private static final LocationId BERLIN = new LocationId("berlin");

    private HotItemSpeed() {}

    public static void main(String[] args) throws Exception {
        long seconds = args.length > 0 ? Long.parseLong(args[0]) : 4;
        try (TestLog log = new TestLog();
                Node node = new Node(log)) {
            Runnable queued = () -> node.commands.send(receiving(1));
            offer(node.commands, 0);
            for (int round = 0; round < 3; round++) {
                say("commands, lines", rate(queued, seconds));
                try (TestLog other = new TestLog()) {
                    CommandBus plain = stock(other).commandBus();
                    say(
                            "commands, stock lock",
                            rate(
                                    () -> plain.dispatch(
                                            new GenericCommandMessage<>(receiving(1)),
                                            (sent, result) -> result.isExceptional()),
                                    seconds));
                }
            }
            LongAdder refused = new LongAdder();
            AtomicLong ids = new AtomicLong();
            Runnable order = () -> {
                try {
                    node.commands.send(order(ids.incrementAndGet()));
                } catch (Refused e) {
                    refused.increment();
                }
            };
            for (int round = 0; round < 3; round++) {
                say("orders, accepted", rate(order, seconds));
            }
            System.out.println("refused meanwhile: " + refused.sumThenReset());
            node.commands.send(new io.daybook.domain.inventory.InventoryCommand.CountStock(
                    LAMP, BERLIN, "sheet", (int) Math.min(1_000_000, ids.get() + 2_000), Instant.now()));
            say("orders, mostly refused", rate(order, seconds));
            System.out.println("of these refused: " + refused.sum());
        }
    }

    private static Configuration stock(TestLog log) {
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(config -> log.store)
                .configureTransactionManager(config -> log.transactions())
                .configureCommandBus(config -> SimpleCommandBus.builder().build())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(InventoryItemAggregate.class)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> new RecentAggregates(100)))
                .buildConfiguration();
        axon.start();
        return axon;
    }

    private static ReceiveStock receiving(int quantity) {
        return new ReceiveStock(LAMP, BERLIN, "delivery", quantity, Instant.now());
    }

    private static void offer(Commands commands, int extra) {
        commands.send(new ListProduct(
                LAMP,
                new ProductDetails("t", "", null, List.of("k"), Map.of(), List.of(), List.of(), null, List.of()),
                new Money(100, "EUR")));
        commands.send(receiving(1_000_000 + extra));
    }

    private static CheckOut order(long id) {
        Buyer buyer = new Buyer(
                new CustomerName("Ada"), new Email("a@b.de"), null, new Address("Weg 1", "10115", "Berlin", "DE"));
        return new CheckOut(
                new OrderId("o-" + id),
                new CustomerId("c-" + id),
                buyer,
                List.of(new OrderLine(1, LAMP, 1, new Money(100, "EUR"))),
                List.of(),
                Instant.now());
    }

    private static double rate(Runnable wish, long seconds) throws InterruptedException {
        LongAdder done = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < CALLERS; n++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        wish.run();
                        done.increment();
                    }
                });
            }
        }
        return done.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private static void say(String what, double rate) {
        System.out.printf("FIGURE %s: %.0f/s%n", what, rate);
    }
}
