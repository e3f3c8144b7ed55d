package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.EventUpcaster;
import io.daybook.projections.history.UnknownEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A log outlives the classes that its events were written with. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoReleasesTest {
    private static final String CHANGED = "catalog.ProductDelisted";

    /** In the second revision of the event, a reason begins with a capital. */
    private static final class Capital implements EventUpcaster {
        @Override
        public String type() {
            return CHANGED;
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode older) {
            String reason = older.path("reason").asString();
            return older.put("reason", reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1));
        }
    }

    private final TestLog today = new TestLog();
    private final TestLog tomorrow =
            today.otherRelease(EventTypes.of(List.of(ProductEvent.class), Map.of(CHANGED, 2)), new Capital());

    @AfterEach
    void close() {
        tomorrow.close();
        today.close();
    }

    @Test
    void what_an_older_release_wrote_is_loaded_and_streamed_in_todays_shape() throws Exception {
        today.store.publish(List.of(fact("A", 0, "out of fashion")));
        tomorrow.store.publish(List.of(fact("A", 1, "Really")));

        assertThat(tomorrow.store.readEvents("A").asStream().map(TwoReleasesTest::reason))
                .containsExactly("Out of fashion", "Really");
        assertThat(streamed(tomorrow.store, 2)).containsExactly("Out of fashion", "Really");
        assertThat(today.sql()
                        .sql("select event_type || ' ' || revision from event_log order by position")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly(CHANGED + " 1", CHANGED + " 2");
    }

    @Test
    void what_a_newer_release_wrote_is_no_ground_to_decide_on() {
        tomorrow.store.publish(List.of(fact("A", 0, "Really")));

        assertThatThrownBy(() -> today.store.readEvents("A").next().getPayload())
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void an_event_whose_name_is_not_known_is_no_ground_to_decide_on() {
        TestLog withoutProducts = today.otherRelease(EventTypes.of(List.of(InventoryEvent.class), Map.of()));
        try (withoutProducts) {
            today.store.publish(List.of(fact("A", 0)));

            assertThatThrownBy(() -> withoutProducts.store.readEvents("A").next())
                    .isInstanceOf(UnknownEventType.class);
        }
    }

    private static List<String> streamed(EventStore store, int count) throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(store.createTailToken())) {
            while (reasons.size() < count) {
                reasons.add(reason(stream.nextAvailable()));
            }
        }
        return reasons;
    }

    private static String reason(EventMessage<?> event) {
        return ((ProductDelisted) event.getPayload()).reason();
    }
}
