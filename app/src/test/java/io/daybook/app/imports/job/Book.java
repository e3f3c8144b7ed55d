package io.daybook.app.imports.job;

import io.daybook.command.dispatch.Answer;
import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.ProductCommand;
import io.daybook.domain.catalog.ProductDecider;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryDecider;
import io.daybook.domain.inventory.InventoryItem;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderDecider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The write side in memory: the real deciders over states in a map, one command at a time. After as many commands as told the power
 * goes: nothing more is decided until it is back.
 */
final class Book implements Commands, Answers {
    final List<DomainEvent> events = new ArrayList<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, InventoryItem> items = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<Scope, Answer> answers = new HashMap<>();
    private int commandsLeft = Integer.MAX_VALUE;

    synchronized void powerFailsAfter(int commands) {
        commandsLeft = commands;
    }

    synchronized int onHand(String sku) {
        return items.getOrDefault(sku + "@warehouse", InventoryItem.initial()).onHand();
    }

    @Override
    public synchronized Receipt send(Command command, Map<String, ?> metadata) {
        if (commandsLeft-- <= 0) {
            throw new IllegalStateException("no power");
        }
        int before = events.size();
        switch (command) {
            case ProductCommand c -> decide(c);
            case InventoryCommand c -> decide(c);
            case RecordPastOrder c -> sale(c);
            case RecordPastReturn c -> takeBack(c);
            default -> throw new IllegalArgumentException("no import sends " + command);
        }
        return new Receipt(events.size() > before, new ReadAfter(List.of()));
    }

    @Override
    public synchronized Done once(
            @Nullable Scope scope, Object body, String id, Command command, Map<String, ?> metadata) {
        Done done = Done.of(
                id, answers.containsKey(scope) ? new Receipt(true, new ReadAfter(List.of())) : send(command, metadata));
        if (scope != null) {
            answers.putIfAbsent(scope, new Answer("", ""));
        }
        return done;
    }

    @Override
    public synchronized Optional<Answer> find(Scope scope) {
        return Optional.ofNullable(answers.get(scope));
    }

    @Override
    public void recordWith(Scope scope, String bodyHash, String answerJson) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void record(Scope scope, String bodyHash, String answerJson) {
        throw new UnsupportedOperationException();
    }

    private void decide(ProductCommand c) {
        for (var event : ProductDecider.decide(c, products.getOrDefault(c.aggregateId(), Product.initial()))) {
            products.merge(
                    c.aggregateId(), Product.evolve(Product.initial(), event), (old, _) -> Product.evolve(old, event));
            events.add(event);
        }
    }

    private void decide(InventoryCommand c) {
        for (var event : InventoryDecider.decide(c, items.getOrDefault(c.aggregateId(), InventoryItem.initial()))) {
            InventoryItem old = items.getOrDefault(c.aggregateId(), InventoryItem.initial());
            items.put(c.aggregateId(), InventoryItem.evolve(old, event));
            events.add(event);
        }
    }

    private boolean decide(OrderCommand c) {
        var decided = OrderDecider.decide(c, orders.getOrDefault(c.aggregateId(), Order.initial()));
        for (var event : decided) {
            Order old = orders.getOrDefault(c.aggregateId(), Order.initial());
            orders.put(c.aggregateId(), Order.evolve(old, event));
            events.add(event);
        }
        return !decided.isEmpty();
    }

    private void sale(RecordPastOrder c) {
        if (decide(c)) {
            c.allocations()
                    .forEach(a -> decide(new RecordPastSale(
                            a.sku(), a.location(), a.reservation(), c.order(), a.quantity(), c.now())));
        }
    }

    private void takeBack(RecordPastReturn c) {
        if (decide(c)) {
            c.lines()
                    .forEach(line -> decide(new ReturnStock(
                            line.sku(),
                            line.location(),
                            c.order(),
                            c.order() + "." + line.line(),
                            line.quantity(),
                            c.now())));
        }
    }
}
