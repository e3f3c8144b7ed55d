package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.ReadSet;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.command.order.OrderAggregate;
import io.daybook.command.payment.PaymentAggregate;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryDecider;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryItem;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentDecider;
import io.daybook.domain.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * One order, its payment and its stock within one unit of work. Every decision is made on a draft, which knows the decisions before it; only
 * {@link #write} applies them, all together, so a refusal on the way leaves every aggregate as it was.
 *
 * <p>Locks are taken in one order by everyone: first the order, then its items, sorted by id. Two orders that want the same items
 * wait for each other, and never for ever. The payment is wanted by its order alone.
 *
 * <p>Longer than 150 lines because three kinds of aggregates are drafted alike here, and nowhere else.
 */
final class Page {
    private final OrderId id;
    private final Aggregate<OrderAggregate> order;
    private final Repository<PaymentAggregate> payments;
    private final Repository<InventoryItemAggregate> repository;
    private final Map<ItemId, Aggregate<InventoryItemAggregate>> items = new HashMap<>();
    private final Map<ItemId, InventoryItem> drafts = new HashMap<>();
    private final List<OrderEvent> orderEvents = new ArrayList<>();
    private final Map<ItemId, List<InventoryEvent>> itemEvents = new LinkedHashMap<>();
    private final List<PaymentEvent> paymentEvents = new ArrayList<>();
    private Order draft;
    private @Nullable Aggregate<PaymentAggregate> payment;
    private @Nullable Payment paymentDraft;

    Page(
            OrderId id,
            Aggregate<OrderAggregate> order,
            Repository<PaymentAggregate> payments,
            Repository<InventoryItemAggregate> repository) {
        this.id = id;
        this.order = order;
        this.payments = payments;
        this.repository = repository;
        this.draft = order.invoke(OrderAggregate::state);
    }

    /** The order as decided so far. */
    Order order() {
        return draft;
    }

    /** What was decided so far about the order, of one type. */
    <E extends OrderEvent> List<E> happened(Class<E> type) {
        return orderEvents.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Loads and locks items; once for a page, before anything is decided about any of them. */
    void load(Collection<ItemId> ids) {
        if (!items.isEmpty()) {
            throw new IllegalStateException("items are locked in one go, or two orders could wait for each other");
        }
        ids.stream().distinct().sorted(Comparator.comparing(ItemId::toString)).forEach(this::load);
    }

    private void load(ItemId item) {
        try {
            items.put(item, repository.loadOrCreate(item.toString(), InventoryItemAggregate::new));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A loaded item as decided so far. */
    InventoryItem item(ItemId item) {
        InventoryItem decided = drafts.get(item);
        return decided != null ? decided : loaded(item).invoke(InventoryItemAggregate::state);
    }

    /** @return whether anything happens */
    boolean decide(OrderCommand command) {
        return !decided(command, OrderEvent.class).isEmpty();
    }

    /** Decides about the order. @return those of the events that are of the type */
    <E extends OrderEvent> List<E> decided(OrderCommand command, Class<E> type) {
        List<OrderEvent> events = OrderDecider.decide(command, draft);
        for (OrderEvent event : events) {
            draft = Order.evolve(draft, event);
        }
        orderEvents.addAll(events);
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Decides about the payment, which is loaded when it is first asked for. @return what happens */
    List<PaymentEvent> decide(PaymentCommand command) {
        Payment state = payment();
        List<PaymentEvent> events = PaymentDecider.decide(command, state);
        for (PaymentEvent event : events) {
            state = Payment.evolve(state, event);
        }
        paymentDraft = state;
        paymentEvents.addAll(events);
        return events;
    }

    /** The payment as decided so far. */
    Payment payment() {
        if (paymentDraft != null) {
            return paymentDraft;
        }
        try {
            payment = payments.loadOrCreate(PaymentEvent.idOf(id), PaymentAggregate::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return payment.invoke(PaymentAggregate::state);
    }

    void decide(InventoryCommand command) {
        ItemId item = command.item();
        InventoryItem state = item(item);
        for (InventoryEvent event : InventoryDecider.decide(command, state)) {
            state = InventoryItem.evolve(state, event);
            itemEvents.computeIfAbsent(item, i -> new ArrayList<>()).add(event);
        }
        drafts.put(item, state);
    }

    /** Forgets what was decided about items; what was loaded stays loaded and locked. */
    void eraseItems() {
        drafts.clear();
        itemEvents.clear();
    }

    /**
     * Applies what was decided, the order first; it is appended when the unit of work commits, if all that was loaded is then still as
     * it was.
     */
    Receipt write() {
        noteWhatStays();
        Receipt receipt = order.invoke(o -> o.apply(id.aggregateId(), orderEvents));
        if (payment != null && !paymentEvents.isEmpty()) {
            receipt = receipt.and(payment.invoke(p -> p.apply(PaymentEvent.idOf(id), paymentEvents)));
        }
        for (Map.Entry<ItemId, List<InventoryEvent>> entry : itemEvents.entrySet()) {
            receipt = receipt.and(
                    loaded(entry.getKey()).invoke(i -> i.apply(entry.getKey().toString(), entry.getValue())));
        }
        return receipt;
    }

    /** What was looked at to no effect was decided about too: on a later state it might have come to something. */
    private void noteWhatStays() {
        if (orderEvents.isEmpty()) {
            ReadSet.note(id.aggregateId(), order.version());
        }
        if (payment != null && paymentEvents.isEmpty()) {
            ReadSet.note(PaymentEvent.idOf(id), payment.version());
        }
        items.forEach((item, loaded) -> {
            if (!itemEvents.containsKey(item)) {
                ReadSet.note(item.toString(), loaded.version());
            }
        });
    }

    private Aggregate<InventoryItemAggregate> loaded(ItemId item) {
        Aggregate<InventoryItemAggregate> found = items.get(item);
        if (found == null) {
            throw new IllegalStateException(item + " was not loaded");
        }
        return found;
    }
}
