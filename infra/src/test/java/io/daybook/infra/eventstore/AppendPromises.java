package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.AtOnce.atOnce;
import static io.daybook.infra.eventstore.Conflicts.assertConflict;
import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.dispatch.ReadSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written: wholly or not at all, and by one winner. */
interface AppendPromises extends EventStoreSubject {
    @Test
    default void of_two_that_append_the_same_sequence_exactly_one_wins() throws Exception {
        for (int round = 0; round < 20 * ROUNDS; round++) {
            String sku = "R" + round;
            List<String> winners = Collections.synchronizedList(new ArrayList<>());
            atOnce(8, racer -> {
                EventStore store = racer % 2 == 0 ? store() : other();
                try {
                    store.publish(List.of(fact(sku, 0, "racer " + racer)));
                    winners.add("racer " + racer);
                } catch (RuntimeException lost) {
                    assertThat(lost).matches(Conflicts::isConflict);
                }
            });
            assertThat(winners).hasSize(1);
            assertThat(store().readEvents(sku).asStream().map(Facts::said))
                    .containsExactly(sku + " 0 " + winners.getFirst());
        }
    }

    @Test
    default void a_unit_of_work_appends_to_all_its_aggregates_or_to_none() {
        store().publish(List.of(fact("B", 0)));

        assertConflict(() -> store().publish(List.of(fact("A", 0), fact("B", 0), fact("C", 0))));

        assertThat(store().readEvents("A").hasNext()).isFalse();
        assertThat(store().readEvents("C").hasNext()).isFalse();
        assertThat(store().readEvents("B").asStream()).hasSize(1);
    }

    @Test
    default void one_that_claims_a_place_twice_conflicts_with_itself() {
        assertConflict(() -> store().publish(List.of(fact("A", 0), fact("A", 0, "again"))));

        assertThat(store().readEvents("A").hasNext()).isFalse();
    }

    @Test
    default void a_conflict_has_one_name_whatever_the_sequence() {
        store().publish(facts("A", 2));

        for (long sequence = 0; sequence < 2; sequence++) {
            DomainEventMessage<?> late = fact("A", sequence);
            assertThatThrownBy(() -> store().publish(List.of(late))).isInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    default void a_conflict_fails_none_of_those_that_append_at_the_same_time() throws Exception {
        store().publish(List.of(fact("X", 0)));
        int each = 20 * ROUNDS;

        atOnce(8, number -> {
            for (int sequence = 0; sequence < each; sequence++) {
                if (number < 4) {
                    store().publish(List.of(fact("A" + number, sequence)));
                } else {
                    assertConflict(() -> store().publish(List.of(fact("X", 0))));
                }
            }
        });

        for (int number = 0; number < 4; number++) {
            assertThat(other().readEvents("A" + number).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactlyElementsOf(LongStream.range(0, each).boxed().toList());
        }
    }

    @Test
    default void what_was_decided_on_a_state_that_others_have_moved_on_from_is_not_appended() {
        store().publish(List.of(fact("A", 0)));
        other().publish(List.of(fact("A", 1)));

        assertConflict(() -> appendHavingRead("A", 0L, fact("B", 0)));
        assertConflict(() -> appendHavingRead("A", null, fact("B", 0), fact("B", 1)));
        assertThat(store().readEvents("B").hasNext()).isFalse();

        appendHavingRead("A", 1L, fact("B", 0));
        appendHavingRead("C", null, fact("B", 1), fact("D", 0));
        assertThat(store().readEvents("B").asStream()).hasSize(2);
    }

    @Test
    default void a_unit_of_work_may_move_on_what_it_read_before() {
        store().publish(List.of(fact("A", 0)));

        appendHavingRead("A", 0L, fact("A", 1), fact("A", 2));

        assertThat(other().readEvents("A").asStream()).hasSize(3);
        assertConflict(() -> appendHavingRead("A", 1L, fact("A", 3)));
    }

    @Test
    default void one_that_read_too_early_fails_none_of_those_that_append_at_the_same_time() throws Exception {
        store().publish(facts("X", 2));
        int each = 20 * ROUNDS;

        atOnce(8, number -> {
            for (int sequence = 0; sequence < each; sequence++) {
                DomainEventMessage<?> next = fact("A" + number, sequence);
                if (number < 4) {
                    appendHavingRead("N" + number, null, next);
                } else {
                    assertConflict(() -> appendHavingRead("X", 0L, next));
                }
            }
        });

        for (int number = 0; number < 8; number++) {
            assertThat(other().readEvents("A" + number).asStream()).hasSize(number < 4 ? each : 0);
        }
    }

    /** As a command does that is decided on one aggregate's state and appends to others. */
    private void appendHavingRead(String aggregateId, @Nullable Long version, DomainEventMessage<?>... events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        ReadSet.note(aggregateId, version);
        store().publish(List.of(events));
        unit.commit();
    }

    @Test
    default void a_unit_of_work_that_rolls_back_leaves_nothing() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        store().publish(List.of(fact("A", 0)));
        unit.rollback();

        assertThat(store().readEvents("A").hasNext()).isFalse();
        assertThat(EventStoreSubject.position(store().createHeadToken())).isZero();
    }

    @Test
    default void a_unit_of_work_loads_what_it_has_published_and_nobody_else_does() throws Exception {
        store().publish(facts("A", 2));
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        store().publish(List.of(fact("A", 2)));

        assertThat(store().readEvents("A").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L, 2L);
        atOnce(1, elsewhere -> assertThat(other().readEvents("A").asStream()).hasSize(2));
        unit.commit();

        assertThat(other().readEvents("A").asStream()).hasSize(3);
    }

    @Test
    default void a_unit_of_work_may_bring_more_events_than_a_page_holds() throws Exception {
        store().publish(facts("A", 2_500));

        assertThat(other().readEvents("A").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 2_500).boxed().toList());
        assertThat(next(other().createTailToken(), 2_500)).hasSize(2_500);
    }
}
