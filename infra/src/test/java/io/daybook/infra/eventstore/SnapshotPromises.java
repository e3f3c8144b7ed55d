package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static io.daybook.infra.eventstore.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** What a snapshot spares: the events up to it, and nothing else. A snapshot here is a fact that stands for those before it. */
interface SnapshotPromises extends EventStoreSubject {
    /** The same events through a release that does not know the revision of those snapshots. */
    EventStore ofAnotherRelease();

    @Test
    default void a_snapshot_stands_for_the_events_up_to_it() {
        store().publish(facts("A", 5));
        store().storeSnapshot(fact("A", 2, "three facts"));

        List<DomainEventMessage<?>> loaded = loaded(other());

        assertThat(loaded.stream().map(DomainEventMessage::getSequenceNumber)).containsExactly(2L, 3L, 4L);
        assertThat(said(loaded.getFirst())).isEqualTo("A 2 three facts");
        assertThat(loaded.stream().skip(1).map(Facts::said)).containsExactly("A 3 fact 3", "A 4 fact 4");
        assertThat(other().lastSequenceNumberFor("A")).contains(4L);
    }

    @Test
    default void a_snapshot_of_the_last_event_is_all_there_is() {
        store().publish(facts("A", 5));
        store().storeSnapshot(fact("A", 4, "five facts"));

        assertThat(loaded(other()).stream().map(Facts::said)).containsExactly("A 4 five facts");
        store().publish(List.of(fact("A", 5)));
        assertThat(loaded(other()).stream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(4L, 5L);
    }

    @Test
    default void the_newest_snapshot_wins_in_whatever_order_they_come() {
        store().publish(facts("A", 5));
        store().storeSnapshot(fact("A", 1, "two facts"));
        store().storeSnapshot(fact("A", 3, "four facts"));
        other().storeSnapshot(fact("A", 2, "three facts"));

        assertThat(loaded(store()).stream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(said(loaded(store()).getFirst())).isEqualTo("A 3 four facts");
    }

    @Test
    default void two_that_store_the_same_snapshot_do_not_disturb_each_other() {
        store().publish(facts("A", 3));
        store().storeSnapshot(fact("A", 2, "three facts"));
        other().storeSnapshot(fact("A", 2, "three facts"));

        assertThat(loaded(store()).stream().map(Facts::said)).containsExactly("A 2 three facts");
    }

    @Test
    default void a_snapshot_of_an_unknown_revision_is_passed_over() {
        store().publish(facts("A", 3));
        store().storeSnapshot(fact("A", 1, "two facts"));

        assertThat(loaded(ofAnotherRelease()).stream().map(Facts::said))
                .containsExactly("A 0 fact 0", "A 1 fact 1", "A 2 fact 2");
    }

    @Test
    default void a_snapshot_is_no_event() throws Exception {
        store().publish(facts("A", 2));
        store().storeSnapshot(fact("A", 1, "two facts"));
        store().publish(List.of(fact("A", 2)));

        assertThat(next(store().createTailToken(), 3).stream().map(Facts::said))
                .containsExactly("A 0 fact 0", "A 1 fact 1", "A 2 fact 2");
        assertThat(store().readEvents("A", 0).asStream().map(Facts::said)).hasSize(3);
        assertThat(store().readEvents("B").hasNext()).isFalse();
    }

    private static List<DomainEventMessage<?>> loaded(EventStore store) {
        return store.readEvents("A")
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .toList();
    }
}
