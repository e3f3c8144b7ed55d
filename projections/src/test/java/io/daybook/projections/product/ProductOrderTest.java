package io.daybook.projections.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.projections.history.Interleavings;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Catalogue and stock come over different topics, so their events reach the row in any order. */
class ProductOrderTest {
    private final JoinedProjection projection = new JoinedProjection("product", 0);

    @Property(tries = 200, seed = "4711")
    void the_row_does_not_depend_on_how_product_and_items_are_mixed(@ForAll long lives, @ForAll long mix) {
        List<List<RecordedEvent>> all = Interleavings.lives(lives);
        List<RecordedEvent> oneAfterTheOther =
                all.stream().flatMap(List::stream).toList();

        assertThat(fold(Interleavings.mixed(all, mix))).isEqualTo(fold(oneAfterTheOther));
    }

    private @Nullable ProductRow fold(List<RecordedEvent> events) {
        ProductRow row = null;
        for (RecordedEvent event : events) {
            row = projection.fold(row, event);
        }
        return row;
    }
}
