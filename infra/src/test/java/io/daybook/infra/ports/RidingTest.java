package io.daybook.infra.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.dispatch.Answer;
import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.command.dispatch.Scope;
import io.daybook.command.fulfilment.EndingHolds.Ending;
import io.daybook.domain.fraud.EarlierOrder;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import io.daybook.infra.eventstore.Facts;
import io.daybook.infra.eventstore.TestLog;
import io.daybook.infra.serialization.Samples;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is written in the commit of an append: items of a SKU, ends of holds, answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RidingTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Sku LAMP = new Sku("LAMP-1");
    private static final LocationId BERLIN = new LocationId("berlin");
    private static final OrderId ORDER = new OrderId("1001");
    private static final CustomerId ADA = new CustomerId("ada");
    private static final Money EURO = new Money(100, "EUR");
    private static final Scope SCOPE = new Scope(Scope.ANYONE, "order.CheckOut", "key-1");

    private final TestLog log = new TestLog();
    private final PostgresItemsOfSku items = new PostgresItemsOfSku(log.sql());
    private final PostgresDueHolds holds = new PostgresDueHolds(log.sql());
    private final PostgresAnswers answers = new PostgresAnswers(log.sql());
    private final PostgresEarlierOrders earlier = new PostgresEarlierOrders(log.sql(), log.store);
    private final PostgresOverdueOrders overdue = new PostgresOverdueOrders(log.sql());
    private final PostgresEndingHolds ending = new PostgresEndingHolds(log.sql());
    private final PostgresDuePayments payments = new PostgresDuePayments(log.sql());

    @AfterEach
    void close() {
        log.close();
    }

    private void append(long from, InventoryEvent... events) {
        log.store.publish(IntStream.range(0, events.length)
                .mapToObj(n ->
                        new GenericDomainEventMessage<>("InventoryItem", events[n].aggregateId(), from + n, events[n]))
                .toList());
    }

    private static InventoryReserved reserved(int n, Instant until) {
        return new InventoryReserved(LAMP, BERLIN, ReservationId.of(ORDER, n), ORDER, 1, until, NOON);
    }

    private static ReservationExtended extended(int n, Instant until) {
        return new ReservationExtended(LAMP, BERLIN, ReservationId.of(ORDER, n), ORDER, 1, until, NOON);
    }

    private static ReservationExpired expired(int n, Instant ended) {
        return new ReservationExpired(LAMP, BERLIN, ReservationId.of(ORDER, n), ORDER, 1, ended, ended);
    }

    @Test
    void an_item_is_found_by_its_sku_from_its_first_event_on() {
        assertThat(items.locations(LAMP)).isEmpty();

        append(0, new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON));
        append(0, new StockReceived(LAMP, new LocationId("hamburg"), "DN-1", 5, 5, NOON));
        append(1, new StockReceived(LAMP, BERLIN, "DN-2", 5, 10, NOON));

        assertThat(items.locations(LAMP)).containsExactly(BERLIN, new LocationId("hamburg"));
    }

    @Test
    void holds_are_due_when_they_have_ended_and_nobody_has_settled_them() {
        append(
                0,
                new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON),
                reserved(1, NOON.plusSeconds(60)),
                reserved(2, NOON.plusSeconds(120)),
                reserved(3, NOON.plusSeconds(180)));
        ItemId item = new ItemId(LAMP, BERLIN);

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(59), null, 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), null, 10)).containsExactly(item);

        append(
                4,
                new ReservationConfirmed(LAMP, BERLIN, ReservationId.of(ORDER, 1), ORDER, 1, 1, NOON),
                new ReservationExpired(
                        LAMP,
                        BERLIN,
                        ReservationId.of(ORDER, 2),
                        ORDER,
                        1,
                        NOON.plusSeconds(120),
                        NOON.plusSeconds(121)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), null, 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(180), null, 10)).containsExactly(item);
    }

    @Test
    void a_hold_that_is_given_back_is_never_due_and_the_others_are() {
        append(
                0,
                new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON),
                reserved(1, NOON.plusSeconds(60)),
                reserved(2, NOON.plusSeconds(120)));
        append(
                3,
                new ReservationReleased(
                        LAMP, BERLIN, ReservationId.of(ORDER, 1), ORDER, 1, 0, "reallocated", NOON.plusSeconds(1)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(119), null, 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), null, 10)).containsExactly(new ItemId(LAMP, BERLIN));
    }

    @Test
    void an_extended_hold_is_due_at_its_new_end() {
        append(0, new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON), reserved(1, NOON.plusSeconds(60)));
        append(2, extended(1, NOON.plusSeconds(120)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(119), null, 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), null, 10)).containsExactly(new ItemId(LAMP, BERLIN));
    }

    @Test
    void of_all_that_one_append_tells_of_a_hold_the_last_counts() {
        append(0, new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON), reserved(1, NOON.plusSeconds(60)));
        append(
                2,
                expired(1, NOON.plusSeconds(60)),
                reserved(1, NOON.plusSeconds(120)),
                extended(1, NOON.plusSeconds(180)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(179), null, 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(180), null, 10)).containsExactly(new ItemId(LAMP, BERLIN));

        append(5, reserved(2, NOON.plusSeconds(60)), expired(2, NOON.plusSeconds(60)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(60), null, 10)).isEmpty();
    }

    @Test
    void orders_of_a_customer_are_found_the_latest_first_with_where_they_went() {
        publish("Order", 0, placed("1", NOON));
        publish("Order", 0, placed("2", NOON.plusSeconds(60)));

        assertThat(earlier.of(ADA, new OrderId("3"), 10, 1))
                .containsExactly(
                        new EarlierOrder(new OrderId("2"), NOON.plusSeconds(60), Samples.BUYER.deliverTo()),
                        new EarlierOrder(new OrderId("1"), NOON, null));
        assertThat(earlier.of(ADA, new OrderId("2"), 10, 0))
                .extracting(EarlierOrder::order)
                .containsExactly(new OrderId("1"));
        assertThat(earlier.of(ADA, new OrderId("3"), 1, 0)).hasSize(1);
        assertThat(earlier.of(new CustomerId("eve"), new OrderId("3"), 10, 1)).isEmpty();
    }

    @Test
    void an_order_is_overdue_when_what_it_waits_for_has_not_come_in_time() {
        publish("Order", 0, placed("1001", NOON), new PaymentAwaited(ORDER, EURO, NOON.plusSeconds(60), NOON));
        assertThat(overdue.overdueBy(NOON.plusSeconds(59), null, 10)).isEmpty();
        assertThat(overdue.overdueBy(NOON.plusSeconds(60), null, 10)).containsExactly(ORDER);

        publish("Order", 2, new OrderSentToReview(ORDER, 60, List.of(), NOON.plusSeconds(90), NOON));
        publish("Order", 3, new PaymentSecured(ORDER, EURO, NOON));
        assertThat(overdue.overdueBy(NOON.plusSeconds(89), null, 10)).isEmpty();
        assertThat(overdue.overdueBy(NOON.plusSeconds(90), null, 10)).containsExactly(ORDER);

        publish("Order", 4, new OrderCleared(ORDER, 60, List.of(), "grace", NOON));
        assertThat(overdue.overdueBy(NOON.plusSeconds(900), null, 10)).isEmpty();
    }

    @Test
    void an_order_waits_for_its_payment_as_long_as_its_extended_hold_and_is_extended_once() {
        Instant end = NOON.plusSeconds(60);
        Instant later = NOON.plusSeconds(120);
        publish("Order", 0, placed("1001", NOON), new PaymentAwaited(ORDER, EURO, end, NOON));
        assertThat(ending.endingBy(end.minusSeconds(1), null, 10)).isEmpty();
        assertThat(ending.endingBy(end, null, 10)).containsExactly(new Ending(ORDER, end));
        assertThat(ending.endingBy(end, new Ending(ORDER, end), 10)).isEmpty();

        publish("Order", 2, new HoldsExtended(ORDER, later, NOON), new PaymentAwaited(ORDER, EURO, later, NOON));
        assertThat(overdue.overdueBy(end, null, 10)).isEmpty();
        assertThat(overdue.overdueBy(later, null, 10)).containsExactly(ORDER);
        assertThat(overdue.overdueBy(later, ORDER, 10)).isEmpty();
        assertThat(ending.endingBy(later, null, 10)).isEmpty();

        publish("Order", 4, new PaymentAwaited(ORDER, EURO, later, NOON));
        assertThat(ending.endingBy(later, null, 10)).isEmpty();
    }

    @Test
    void of_all_that_one_append_tells_of_a_wait_the_last_counts() {
        publish(
                "Order",
                0,
                placed("1001", NOON),
                new PaymentAwaited(ORDER, EURO, NOON.plusSeconds(60), NOON),
                new HoldsExtended(ORDER, NOON.plusSeconds(120), NOON));

        assertThat(overdue.overdueBy(NOON.plusSeconds(119), null, 10)).isEmpty();
        assertThat(overdue.overdueBy(NOON.plusSeconds(120), null, 10)).containsExactly(ORDER);
        assertThat(ending.endingBy(NOON.plusSeconds(120), null, 10)).isEmpty();
    }

    @Test
    void an_order_that_waits_for_a_person_has_no_hold_to_extend() {
        publish(
                "Order",
                0,
                placed("1001", NOON),
                new OrderSentToReview(ORDER, 60, List.of(), NOON.plusSeconds(60), NOON));

        assertThat(ending.endingBy(NOON.plusSeconds(900), null, 10)).isEmpty();
    }

    @Test
    void an_order_that_has_ended_is_not_overdue() {
        publish(
                "Order",
                0,
                placed("1001", NOON),
                new PaymentAwaited(ORDER, EURO, NOON.plusSeconds(60), NOON),
                new OrderSentToReview(ORDER, 60, List.of(), NOON.plusSeconds(90), NOON));
        publish("Order", 3, new OrderCancelled(ORDER, "no", List.of(), NOON));

        assertThat(overdue.overdueBy(NOON.plusSeconds(900), null, 10)).isEmpty();
    }

    @Test
    void a_payment_is_due_from_when_something_is_asked_until_it_is_answered() {
        PaymentToken card = new PaymentToken("pm_1");
        publish("Payment", 0, new PaymentRequested(ORDER, ADA, 1, EURO, card, NOON));
        assertThat(due()).containsExactly(ORDER);
        publish("Payment", 1, new PaymentAuthorised(ORDER, 1, "auth-1", EURO, true, NOON));
        assertThat(due()).isEmpty();

        publish("Payment", 2, new CaptureRequested(ORDER, "S-1", 1, EURO, false, NOON));
        publish("Payment", 3, new CaptureRequested(ORDER, "S-2", 1, EURO, true, NOON));
        publish("Payment", 4, new PaymentCaptured(ORDER, "S-1", EURO, EURO, NOON));
        assertThat(due()).containsExactly(ORDER);
        publish("Payment", 5, new CaptureFailed(ORDER, "S-2", EURO, "expired", NOON));
        assertThat(due()).isEmpty();

        publish("Payment", 6, new RefundRequested(ORDER, "R-1", 1, EURO, "broken", NOON));
        assertThat(due()).containsExactly(ORDER);
        publish("Payment", 7, new PaymentRefunded(ORDER, "R-1", EURO, EURO, NOON));
        assertThat(due()).isEmpty();

        // one of two that failed, and is asked for again
        publish("Payment", 8, new RefundRequested(ORDER, "R-2", 1, EURO, "broken", NOON));
        publish("Payment", 9, new RefundRequested(ORDER, "R-3", 1, EURO, "broken", NOON));
        publish("Payment", 10, new RefundFailed(ORDER, "R-2", EURO, EURO, "closed_account", NOON));
        assertThat(due()).containsExactly(ORDER);
        publish("Payment", 11, new PaymentRefunded(ORDER, "R-3", EURO, EURO, NOON));
        assertThat(due()).isEmpty();
        publish("Payment", 12, new RefundRequested(ORDER, "R-2", 2, EURO, "retry", NOON));
        assertThat(due()).containsExactly(ORDER);
    }

    @Test
    void a_payment_that_was_declined_is_due_again_when_the_buyer_tries_something_else() {
        publish("Payment", 0, new PaymentRequested(ORDER, ADA, 1, EURO, new PaymentToken("pm_1"), NOON));
        publish("Payment", 1, new PaymentDeclined(ORDER, 1, "no_money", NOON));
        assertThat(due()).isEmpty();

        publish("Payment", 2, new PaymentRequested(ORDER, ADA, 2, EURO, new PaymentToken("pm_2"), NOON));
        assertThat(due()).containsExactly(ORDER);
    }

    @Test
    void a_payment_that_is_to_be_released_asks_for_nothing_else() {
        publish("Payment", 0, new PaymentRequested(ORDER, ADA, 1, EURO, new PaymentToken("pm_1"), NOON));
        publish("Payment", 1, new VoidRequested(ORDER, null, "cancelled", NOON));
        assertThat(due()).containsExactly(ORDER);
        assertThat(payments.askedBefore(Instant.EPOCH, null, 10)).isEmpty();
        assertThat(payments.askedBefore(Instant.now().plusSeconds(60), ORDER, 10))
                .isEmpty();

        publish("Payment", 2, new PaymentVoided(ORDER, NOON));
        assertThat(due()).isEmpty();
    }

    private List<OrderId> due() {
        return payments.askedBefore(Instant.now().plusSeconds(60), null, 10);
    }

    private static OrderPlaced placed(String id, Instant at) {
        return new OrderPlaced(new OrderId(id), ADA, Samples.BUYER, List.of(), List.of(), EURO, at);
    }

    private void publish(String type, long from, DomainEvent... events) {
        log.store.publish(IntStream.range(0, events.length)
                .mapToObj(n -> new GenericDomainEventMessage<>(type, events[n].aggregateId(), from + n, events[n]))
                .toList());
    }

    @Test
    void an_answer_is_there_exactly_when_its_append_is() {
        inUnitOfWork("A", 0, "first");
        assertThat(answers.find(SCOPE)).contains(new Answer("hash", "first"));

        assertThatThrownBy(() -> inUnitOfWork("B", 0, "second")).isInstanceOf(AnswerAlreadyGiven.class);
        assertThat(log.store.readEvents("B").hasNext()).isFalse();
        assertThat(answers.find(SCOPE)).contains(new Answer("hash", "first"));
    }

    @Test
    void an_append_that_conflicts_leaves_no_answer() {
        log.store.publish(List.of(Facts.fact("A", 0)));

        assertThatThrownBy(() -> inUnitOfWork("A", 0, "never")).isInstanceOf(ConcurrencyException.class);
        assertThat(answers.find(SCOPE)).isEmpty();
    }

    @Test
    void an_answer_without_an_append_is_given_once() {
        answers.record(SCOPE, "hash", "nothing to do");

        assertThat(answers.find(SCOPE)).contains(new Answer("hash", "nothing to do"));
        assertThatThrownBy(() -> answers.record(SCOPE, "hash", "again")).isInstanceOf(AnswerAlreadyGiven.class);
    }

    private void inUnitOfWork(String sku, long sequence, String answer) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            log.store.publish(List.of(Facts.fact(sku, sequence)));
            answers.recordWith(SCOPE, "hash", answer);
            unit.commit();
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }
}
