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
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.query.catalog.Availability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JoinedProjectionTest {
    private final JoinedProjection projection = new JoinedProjection("test", 0);

    @Test
    void catalogue_and_stock_of_a_sku_meet_in_one_row() {
        ProductRow row = fold(
                listed(KETTLE, "Kettle", 2999),
                received(KETTLE, NORTH, 5, 5),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(0)),
                reserved(KETTLE, NORTH, "o2", 3, minute(20), minute(1)),
                confirmed(KETTLE, NORTH, "o1", 2, minute(2)),
                shipped(KETTLE, NORTH, "o1", 1, 4, 1, minute(3)));

        assertThat(row)
                .isEqualTo(new ProductRow(
                        KETTLE,
                        new Offer(details("Kettle"), eur(2999), true, Story.START.plusMillis(1)),
                        new Shelves(Map.of("north", new ItemStock(4, 1, Map.of("o2.1", new Hold(3, minute(20))))))));
    }

    @Test
    void a_hold_counts_until_it_ends_although_no_event_says_so() {
        ProductRow row = fold(
                listed(KETTLE, "Kettle", 2999),
                received(KETTLE, NORTH, 1, 1),
                reserved(KETTLE, NORTH, "o1", 1, minute(15), minute(0)));

        assertThat(row.shelves().sellable(minute(14))).isZero();
        assertThat(row.shelves().sellableFrom()).isEqualTo(minute(15));
        assertThat(row.shelves().sellable(minute(15))).isOne();
        assertThat(Availabilities.of(row, Map.of(), minute(14)))
                .isEqualTo(
                        new Availability(false, 0, minute(15), List.of(new Availability.At("north", 0, minute(15)))));
    }

    @Test
    void a_hold_that_a_later_decision_counted_as_ended_is_free_whatever_the_clock_says() {
        ProductRow row = fold(
                received(KETTLE, NORTH, 2, 2),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(0)),
                reserved(KETTLE, NORTH, "o2", 1, minute(40), minute(16)));

        assertThat(row.shelves().sellable(minute(10))).isOne();
        assertThat(row.shelves().sellableFrom()).isEqualTo(ItemStock.NOW);
    }

    @Test
    void stock_without_an_offer_and_a_delisted_product_are_kept_but_not_answered() {
        ProductRow stockOnly = fold(received(KETTLE, NORTH, 2, 2));
        ProductRow delisted =
                fold(listed(KETTLE, "Kettle", 2999), received(KETTLE, NORTH, 2, 2), new ProductDelisted(KETTLE, "old"));

        assertThat(Cards.of(stockOnly, Map.of(), minute(0))).isEmpty();
        assertThat(Cards.of(delisted, Map.of(), minute(0))).isEmpty();
        assertThat(delisted.shelves()).isEqualTo(stockOnly.shelves());
    }

    @Test
    void a_bundle_has_as_many_as_its_scarcest_part() {
        Sku cup = new Sku("CUP");
        Sku set = new Sku("SET");
        ProductRow kettles = fold(received(KETTLE, NORTH, 3, 3), received(KETTLE, SOUTH, 1, 1));
        ProductRow cups = fold(received(cup, NORTH, 7, 7), reserved(cup, NORTH, "o1", 6, minute(15), minute(0)));
        ProductRow bundle = fold(new ProductListed(
                set, details("Set", new BundleComponent(KETTLE, 1), new BundleComponent(cup, 2)), eur(4999)));
        Map<Sku, ProductRow> parts = Map.of(KETTLE, kettles, cup, cups);

        assertThat(Availabilities.of(bundle, parts, minute(1)))
                .isEqualTo(new Availability(false, 0, minute(15), List.of()));
        assertThat(Availabilities.of(bundle, parts, minute(15))).isEqualTo(new Availability(true, 3, null, List.of()));
        assertThat(Cards.parts(bundle)).containsExactly(KETTLE, cup);
    }

    @Test
    void a_row_is_the_same_after_a_trip_through_json() {
        ProductRow row = fold(
                listed(KETTLE, "Kettle", 2999),
                received(KETTLE, NORTH, 5, 5),
                reserved(KETTLE, NORTH, "o1", 2, minute(15), minute(0)),
                confirmed(KETTLE, NORTH, "o1", 2, minute(2)),
                reserved(KETTLE, NORTH, "o2", 1, minute(15), minute(3)));

        String json = RowJson.write(row);

        assertThat(RowJson.read(json, ProductRow.class)).isEqualTo(row);
        assertThat(json)
                .isEqualTo(
                        "{\"sku\":\"KETTLE-1\",\"offer\":{\"details\":{\"title\":\"Kettle\",\"description\":\"Boils water.\","
                                + "\"brand\":\"Aqua\",\"category\":[\"Kitchen\",\"Kettles\"],\"attributes\":{\"colour\":\"red\","
                                + "\"cordless\":true,\"litres\":1.70},\"eans\":[\"4006381333931\"],"
                                + "\"images\":[\"https://example.org/kettle.jpg\"],\"groupId\":null,\"components\":[]},"
                                + "\"price\":{\"minor\":2999,\"currency\":\"EUR\"},\"listed\":true,"
                                + "\"listedAt\":\"2026-03-01T10:00:00.001Z\"},\"shelves\":{\"at\":{\"north\":{\"onHand\":5,"
                                + "\"allocated\":2,\"holds\":{\"o2.1\":{\"quantity\":1,"
                                + "\"expiresAt\":\"2026-03-01T10:15:00Z\"}}}}}}");
    }

    private ProductRow fold(DomainEvent... events) {
        ProductRow row = null;
        for (RecordedEvent event : Story.of(events)) {
            row = projection.fold(row, event);
        }
        return requireNonNull(row);
    }
}
