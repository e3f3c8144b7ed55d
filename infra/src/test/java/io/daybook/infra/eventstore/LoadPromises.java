package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static io.daybook.infra.eventstore.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** What is loaded of one aggregate. */
interface LoadPromises extends EventStoreSubject {
    @Test
    default void an_appended_event_is_loaded_as_it_was() {
        DomainEventMessage<?> event = fact("A", 0).andMetaData(Map.of("origin", "import"));

        store().publish(List.of(event));

        assertThat(other().readEvents("A").asStream().map(Facts::said)).containsExactly(said(event));
        DomainEventMessage<?> loaded = other().readEvents("A").peek();
        assertThat(loaded.getMetaData()).containsEntry("origin", "import");
        assertThat(loaded.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(loaded.getType()).isEqualTo(event.getType());
    }

    @Test
    default void events_are_loaded_from_a_sequence_on() {
        store().publish(facts("A", 5));

        assertThat(store().readEvents("A", 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(store().readEvents("A", 5).hasNext()).isFalse();
        assertThat(store().lastSequenceNumberFor("A")).contains(4L);
    }

    @Test
    default void an_aggregate_without_events_is_empty() {
        store().publish(facts("A", 1));

        assertThat(store().readEvents("B").hasNext()).isFalse();
        assertThat(store().lastSequenceNumberFor("B")).isEmpty();
    }
}
