package io.daybook.projections.joined;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.confirmed;
import static io.daybook.projections.history.StoryFixtures.details;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static io.daybook.projections.history.StoryFixtures.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.kernel.LocationId;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class JoinedRowCommutesTest {
    private final JoinedProjection projection = new JoinedProjection("joined", 0);
    private final List<RecordedEvent> story = story();

    @Property(tries = 300, seed = "20260301")
    @Label("a row depends only on the prefix of each aggregate, in whatever order they meet")
    void aRowDependsOnlyOnThePrefixOfEachAggregate(@ForAll long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> prefixes = prefixes(random);

        assertThat(fold(interleaved(prefixes, random))).isEqualTo(fold(prefixes));
    }

    /** Of each aggregate some events from the beginning. */
    private List<RecordedEvent> prefixes(Random random) {
        Map<String, Integer> keep = new LinkedHashMap<>();
        List<RecordedEvent> prefixes = new ArrayList<>();
        for (RecordedEvent event : story) {
            int most = keep.computeIfAbsent(event.aggregateId(), id -> random.nextInt(8));
            if (event.sequence() < most) {
                prefixes.add(event);
            }
        }
        return prefixes;
    }

    private static List<RecordedEvent> interleaved(List<RecordedEvent> events, Random random) {
        Map<String, List<RecordedEvent>> streams = new LinkedHashMap<>();
        events.forEach(e -> streams.computeIfAbsent(e.aggregateId(), id -> new ArrayList<>())
                .add(e));
        List<RecordedEvent> mixed = new ArrayList<>();
        List<List<RecordedEvent>> left = new ArrayList<>(streams.values());
        while (!left.isEmpty()) {
            List<RecordedEvent> stream = left.get(random.nextInt(left.size()));
            mixed.add(stream.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return mixed;
    }

    private @Nullable ProductRow fold(List<RecordedEvent> events) {
        ProductRow row = null;
        for (RecordedEvent event : events) {
            row = projection.fold(row, event);
        }
        return row;
    }

    private static List<RecordedEvent> story() {
        Story story = new Story();
        story.tell(listed(KETTLE, "Kettle", 2999));
        for (LocationId location : List.of(NORTH, SOUTH)) {
            story.tell(received(KETTLE, location, 9, 9));
            story.tell(reserved(KETTLE, location, "o1", 2, minute(15), minute(0)));
            story.tell(reserved(KETTLE, location, "o2", 1, minute(16), minute(1)));
            story.tell(confirmed(KETTLE, location, "o1", 2, minute(2)));
            story.tell(shipped(KETTLE, location, "o1", 1, 8, 1, minute(3)));
            story.tell(reserved(KETTLE, location, "o3", 3, minute(40), minute(30)));
            story.tell(received(KETTLE, location, 1, 9));
        }
        story.tell(new ProductDetailsChanged(KETTLE, details("Red kettle")));
        story.tell(new PriceChanged(KETTLE, eur(1999), eur(2999)));
        story.tell(new ProductDelisted(KETTLE, "sold out for good"));
        story.tell(listed(KETTLE, "Kettle", 2499));
        return story.told();
    }
}
