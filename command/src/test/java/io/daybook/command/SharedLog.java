package io.daybook.command;

import io.daybook.command.dispatch.Answer;
import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.ReadSet;
import io.daybook.command.dispatch.Scope;
import io.daybook.command.fulfilment.EndingHolds.Ending;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.domain.fraud.EarlierOrder;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A log in memory that several write sides may share, with what rides in its appends. Keeps the promise of the real one: one winner for each sequence. */
public final class SharedLog extends InMemoryEventStorageEngine implements Answers, ItemsOfSku {
    private final List<DomainEventMessage<?>> all = new ArrayList<>();
    private final List<Integer> appends = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Scope, Answer> answers = new HashMap<>();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private int conflictsToCome;

    private record Row(Scope scope, Answer answer) {}

    /** Lets the next appends lose, as if other processes always came first. */
    public synchronized void loseNext(int appends) {
        conflictsToCome = appends;
    }

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        List<DomainEventMessage<?>> added = new ArrayList<>();
        for (EventMessage<?> event : events) {
            added.add((DomainEventMessage<?>) event);
        }
        if (conflictsToCome > 0 || added.stream().anyMatch(e -> taken.contains(place(e)))) {
            conflictsToCome--;
            throw new ConcurrencyException("somebody else came first");
        }
        refuseStaleReads(added);
        List<Row> rows = CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, List.of());
        List<Scope> scopes = rows.stream().map(Row::scope).toList();
        if (scopes.stream().anyMatch(answers::containsKey)) {
            throw new AnswerAlreadyGiven(scopes);
        }
        rows.forEach(row -> answers.put(row.scope(), row.answer()));
        added.forEach(e -> taken.add(place(e)));
        added.forEach(e -> streams.computeIfAbsent(e.getAggregateIdentifier(), id -> new ArrayList<>())
                .add(e));
        all.addAll(added);
        appends.add(added.size());
        // one by one, since the engine puts what comes together in no order, and a reader may be looking
        added.forEach(e -> super.appendEvents(List.of(e)));
        notifyAll();
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(committed -> readers.forEach(Runnable::run));
        } else {
            readers.forEach(Runnable::run);
        }
    }

    /** Whenever there is something new to read. */
    void callAfterAppends(Runnable reader) {
        readers.add(reader);
    }

    void leave(Runnable reader) {
        readers.remove(reader);
    }

    private void refuseStaleReads(List<DomainEventMessage<?>> added) {
        Set<String> movedOn =
                added.stream().map(DomainEventMessage::getAggregateIdentifier).collect(Collectors.toSet());
        ReadSet.ofCurrentUnit().forEach((id, version) -> {
            if (!movedOn.contains(id)
                    && !version.equals(lastSequenceNumberFor(id).orElse(ReadSet.NONE))) {
                throw new ConcurrencyException("somebody else came first, to " + id);
            }
        });
    }

    /** By aggregate, where the engine underneath would look through everything. */
    @Override
    public synchronized DomainEventStream readEvents(String aggregateId, long first) {
        return DomainEventStream.of(streams.getOrDefault(aggregateId, List.of()).stream()
                .filter(e -> e.getSequenceNumber() >= first)
                .toList());
    }

    @Override
    public synchronized Optional<Long> lastSequenceNumberFor(String aggregateId) {
        int events = streams.getOrDefault(aggregateId, List.of()).size();
        return events == 0 ? Optional.empty() : Optional.of(events - 1L);
    }

    private static String place(DomainEventMessage<?> event) {
        return event.getAggregateIdentifier() + "#" + event.getSequenceNumber();
    }

    /** Everything that was appended, in order. */
    public synchronized List<DomainEvent> events() {
        return all.stream().map(m -> (DomainEvent) m.getPayload()).toList();
    }

    /** Everything that was appended after the first {@code count} events. */
    public List<DomainEvent> eventsAfter(int count) {
        List<DomainEvent> events = events();
        return events.subList(count, events.size());
    }

    /** How many events each append brought, in order. */
    public synchronized List<Integer> appends() {
        return List.copyOf(appends);
    }

    public synchronized List<DomainEventMessage<?>> messages() {
        return List.copyOf(all);
    }

    /** Waits until the event is in the log, at most ten seconds. */
    public synchronized void awaitEvent(DomainEvent event) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!events().contains(event)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(event + " was not appended; the log is " + events());
            }
            try {
                wait(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public synchronized List<LocationId> locations(Sku sku) {
        return all.stream()
                .map(m -> m.getPayload())
                .filter(InventoryEvent.class::isInstance)
                .map(InventoryEvent.class::cast)
                .filter(e -> e.sku().equals(sku))
                .map(InventoryEvent::location)
                .distinct()
                .toList();
    }

    /** Says "due" of everything that was ever held: the sweeper must cope with that. */
    public synchronized List<ItemId> itemsWithHoldsEndedBy(Instant time, @Nullable ItemId after, int max) {
        return all.stream()
                .map(m -> m.getPayload())
                .filter(InventoryReserved.class::isInstance)
                .map(InventoryReserved.class::cast)
                .filter(e -> !e.expiresAt().isAfter(time))
                .map(InventoryReserved::item)
                .distinct()
                .sorted(Comparator.comparing(ItemId::toString))
                .filter(item -> after == null || item.toString().compareTo(after.toString()) > 0)
                .limit(max)
                .toList();
    }

    /** Orders that wait for their payment, or for a person, beyond the time. */
    public synchronized List<OrderId> overdueOrders(Instant time, @Nullable OrderId after, int max) {
        return waiting().entrySet().stream()
                .filter(e -> e.getValue().values().stream().anyMatch(until -> !until.isAfter(time)))
                .map(Map.Entry::getKey)
                .filter(order -> after == null || order.value().compareTo(after.value()) > 0)
                .limit(max)
                .toList();
    }

    /** Says "not extended" of those that were, too: whoever extends must cope with that. */
    public synchronized List<Ending> endingHolds(Instant time, @Nullable Ending after, int max) {
        return waiting().entrySet().stream()
                .filter(e -> e.getValue().containsKey("payment"))
                .map(e -> new Ending(
                        e.getKey(), Objects.requireNonNull(e.getValue().get("payment"))))
                .filter(ending -> !ending.at().isAfter(time))
                .filter(ending -> after == null
                        || ending.order().value().compareTo(after.order().value()) > 0)
                .limit(max)
                .toList();
    }

    private Map<OrderId, Map<String, Instant>> waiting() {
        Map<OrderId, Map<String, Instant>> waiting = new TreeMap<>(Comparator.comparing(OrderId::value));
        for (DomainEvent event : events()) {
            if (event instanceof OrderEvent e) {
                Map<String, Instant> of = waiting.computeIfAbsent(e.order(), o -> new HashMap<>());
                switch (e) {
                    case PaymentAwaited w -> of.put("payment", w.until());
                    case HoldsExtended w -> of.put("payment", w.holdsUntil());
                    case OrderSentToReview w -> of.put("review", w.until());
                    case PaymentSecured _ -> of.remove("payment");
                    case OrderCleared _ -> of.remove("review");
                    case OrderConfirmed _, OrderCancelled _ -> of.clear();
                    default -> {}
                }
            }
        }
        return waiting;
    }

    /** Payments that something is due about, whenever it was asked. */
    public synchronized List<OrderId> duePayments(Instant time, @Nullable OrderId after, int max) {
        Map<OrderId, Payment> payments = new TreeMap<>(Comparator.comparing(OrderId::value));
        for (DomainEvent event : events()) {
            if (event instanceof PaymentEvent e) {
                payments.put(e.order(), Payment.evolve(payments.getOrDefault(e.order(), Payment.initial()), e));
            }
        }
        return payments.entrySet().stream()
                .filter(e -> e.getValue().due().isPresent())
                .map(Map.Entry::getKey)
                .filter(order -> after == null || order.value().compareTo(after.value()) > 0)
                .limit(max)
                .toList();
    }

    public synchronized List<EarlierOrder> earlierOrders(CustomerId customer, OrderId than, int max, int withAddress) {
        return events().stream()
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .filter(e -> e.customer().equals(customer) && !e.order().equals(than))
                .limit(max)
                .map(e -> new EarlierOrder(e.order(), e.occurredAt(), e.deliverTo()))
                .toList();
    }

    /** Waits for the first event of the type, at most ten seconds. */
    public synchronized <E extends DomainEvent> E await(Class<E> type) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (true) {
            Optional<E> found =
                    events().stream().filter(type::isInstance).map(type::cast).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + type.getSimpleName() + "; the log is " + events());
            }
            try {
                wait(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public synchronized Optional<Answer> find(Scope scope) {
        @Nullable Answer answer = answers.get(scope);
        return Optional.ofNullable(answer);
    }

    @Override
    public void recordWith(Scope scope, String bodyHash, String answerJson) {
        Row row = new Row(scope, new Answer(bodyHash, answerJson));
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<Row> riding = unit.root().getOrComputeResource(RESOURCE, name -> new ArrayList<>());
        riding.add(row);
        unit.onRollback(rolledBack -> riding.remove(row));
    }

    @Override
    public synchronized void record(Scope scope, String bodyHash, String answerJson) {
        if (answers.containsKey(scope)) {
            throw new AnswerAlreadyGiven(List.of(scope));
        }
        answers.put(scope, new Answer(bodyHash, answerJson));
    }
}
