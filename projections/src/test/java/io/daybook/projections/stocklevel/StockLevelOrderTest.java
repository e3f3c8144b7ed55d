package io.daybook.projections.stocklevel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.projections.history.Interleavings;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.joined.Shelves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Items on different partitions reach the view in any order; each item's own events do not change places. */
class StockLevelOrderTest {
    private final StockLevelProjection projection = new StockLevelProjection();

    @Property(tries = 200, seed = "4711")
    void the_shelves_do_not_depend_on_how_the_items_are_mixed(@ForAll long lives, @ForAll long mix) {
        List<List<RecordedEvent>> items = Interleavings.lives(lives).stream()
                .filter(life -> projection.consumes(life.getFirst().aggregateType()))
                .toList();
        List<RecordedEvent> oneAfterTheOther =
                items.stream().flatMap(List::stream).toList();

        assertThat(fold(Interleavings.mixed(items, mix))).isEqualTo(fold(oneAfterTheOther));
    }

    private @Nullable Shelves fold(List<RecordedEvent> events) {
        Shelves shelves = null;
        for (RecordedEvent event : events) {
            shelves = projection.fold(shelves, event);
        }
        return shelves;
    }
}
