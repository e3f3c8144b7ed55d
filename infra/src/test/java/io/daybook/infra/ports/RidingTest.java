package io.daybook.infra.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.dispatch.Answer;
import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.infra.eventstore.Facts;
import io.daybook.infra.eventstore.TestLog;
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
    private static final Scope SCOPE = new Scope(Scope.ANYONE, "order.CheckOut", "key-1");

    private final TestLog log = new TestLog();
    private final PostgresItemsOfSku items = new PostgresItemsOfSku(log.sql());
    private final PostgresDueHolds holds = new PostgresDueHolds(log.sql());
    private final PostgresAnswers answers = new PostgresAnswers(log.sql());

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

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(59), 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), 10)).containsExactly(item);

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

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(180), 10)).containsExactly(item);
    }

    @Test
    void an_extended_hold_is_due_at_its_new_end() {
        append(0, new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON), reserved(1, NOON.plusSeconds(60)));
        append(2, extended(1, NOON.plusSeconds(120)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(119), 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(120), 10)).containsExactly(new ItemId(LAMP, BERLIN));
    }

    @Test
    void of_all_that_one_append_tells_of_a_hold_the_last_counts() {
        append(0, new StockReceived(LAMP, BERLIN, "DN-1", 5, 5, NOON), reserved(1, NOON.plusSeconds(60)));
        append(
                2,
                expired(1, NOON.plusSeconds(60)),
                reserved(1, NOON.plusSeconds(120)),
                extended(1, NOON.plusSeconds(180)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(179), 10)).isEmpty();
        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(180), 10)).containsExactly(new ItemId(LAMP, BERLIN));

        append(5, reserved(2, NOON.plusSeconds(60)), expired(2, NOON.plusSeconds(60)));

        assertThat(holds.withHoldsEndedBy(NOON.plusSeconds(60), 10)).isEmpty();
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
