package io.daybook.projections.history;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.confirmed;
import static io.daybook.projections.history.StoryFixtures.details;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static io.daybook.projections.history.StoryFixtures.shipped;

import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of one SKU's product and items, mixed in any order that keeps each aggregate's own. */
public final class Interleavings {
    private Interleavings() {}

    /**
     * @param seed chooses what happens, and how much
     */
    public static List<List<RecordedEvent>> lives(long seed) {
        Random random = new Random(seed);
        List<DomainEvent> all = new ArrayList<>(product(random));
        Stream.of("north", "south", "west").forEach(location -> all.addAll(item(new LocationId(location), random)));
        Story story = new Story();
        all.forEach(story::tell);
        return List.copyOf(story.told().stream()
                .collect(Collectors.groupingBy(RecordedEvent::aggregateId))
                .values());
    }

    /**
     * @param seed chooses who is next
     */
    public static List<RecordedEvent> mixed(List<List<RecordedEvent>> lives, long seed) {
        Random random = new Random(seed);
        List<Queue<RecordedEvent>> left = new ArrayList<>();
        lives.forEach(life -> left.add(new ArrayDeque<>(life)));
        List<RecordedEvent> mixed = new ArrayList<>();
        while (!left.isEmpty()) {
            Queue<RecordedEvent> next = left.get(random.nextInt(left.size()));
            mixed.add(next.remove());
            left.removeIf(Queue::isEmpty);
        }
        return mixed;
    }

    private static List<DomainEvent> product(Random random) {
        List<DomainEvent> life = new ArrayList<>();
        life.add(listed(KETTLE, "Kettle", 29_99));
        for (int i = random.nextInt(6); i > 0; i--) {
            life.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new PriceChanged(KETTLE, eur(random.nextInt(9_999)), eur(1));
                        case 1 -> new ProductDetailsChanged(KETTLE, details("Kettle " + i));
                        case 2 -> new ProductDelisted(KETTLE, "old");
                        default -> listed(KETTLE, "Kettle again", 19_99);
                    });
        }
        return life;
    }

    private static List<DomainEvent> item(LocationId location, Random random) {
        List<DomainEvent> life = new ArrayList<>();
        int onHand = 10;
        int allocated = 0;
        life.add(received(KETTLE, location, onHand, onHand));
        int minute = 0;
        for (int i = random.nextInt(6); i > 0; i--) {
            minute += random.nextInt(10);
            Instant now = minute(minute);
            String order = location.value() + i;
            life.add(reserved(KETTLE, location, order, 1, now.plusSeconds(900), now));
            if (random.nextBoolean()) {
                allocated++;
                life.add(confirmed(KETTLE, location, order, 1, allocated, now));
                if (random.nextBoolean()) {
                    onHand--;
                    allocated--;
                    life.add(shipped(KETTLE, location, order, 1, onHand, allocated, now));
                }
            }
        }
        return life;
    }
}
