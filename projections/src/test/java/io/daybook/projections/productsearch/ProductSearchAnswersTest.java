package io.daybook.projections.productsearch;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Written;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.productcard.OneGeneration;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.catalog.Sort;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.ViewLate;
import io.daybook.query.reading.ViewLost;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductSearchAnswersTest {
    private static final JoinedProjection PROJECTION = new JoinedProjection(ProductSearchStore.VIEW, 1);
    private static OneGeneration generation;

    private final SearchServer server =
            new SearchServer(URI.create(DevServers.shared().elasticsearchUrl()));
    private final SearchIndices indices = new SearchIndices(server, Isolation.next());
    private final ProductSearchStore store = new ProductSearchStore(server, indices);

    @BeforeAll
    static void promote() {
        generation = new OneGeneration(PROJECTION);
    }

    @AfterAll
    static void forget() {
        generation.close();
    }

    @BeforeEach
    void create() {
        store.create(OneGeneration.NUMBER);
    }

    @AfterEach
    void drop() throws IOException {
        store.drop(OneGeneration.NUMBER);
        server.close();
    }

    @Test
    void what_the_caller_wrote_is_found_by_the_very_search_that_waited_for_it() {
        for (int i = 0; i < 20; i++) {
            Sku sku = new Sku("KETTLE-" + i);
            write(sku);
            Answered<ProductPage> answer =
                    ask(Reading.after(ReadAfter.of("Product", sku.value(), 0)), Duration.ofSeconds(2));
            assertThat(answer.stale()).isFalse();
            assertThat(answer.body().hits()).extracting(ProductPage.Hit::sku).contains(sku.value());
        }
    }

    @Test
    void what_does_not_come_in_time_is_refused_or_marked() {
        ReadAfter after = ReadAfter.of("Product", KETTLE.value(), 4);
        write(KETTLE);
        store.flush(OneGeneration.NUMBER);

        assertThatThrownBy(() -> ask(new Reading(after, false), Duration.ofMillis(100)))
                .isInstanceOfSatisfying(
                        ViewLate.class,
                        late -> assertThat(late.lag()).containsExactly(new ViewLate.Lag(KETTLE.value(), 4, 0)));
        assertThat(ask(new Reading(after, true), Duration.ofMillis(100)))
                .satisfies(answer -> assertThat(answer.stale()).isTrue())
                .satisfies(answer -> assertThat(answer.body().total()).isOne())
                .satisfies(answer -> assertThat(answer.generation()).isEqualTo(OneGeneration.NUMBER));
    }

    @Test
    void an_index_that_is_gone_is_told_as_lost_and_never_made_by_a_write() {
        store.drop(OneGeneration.NUMBER);

        assertThatThrownBy(() -> ask(Reading.ANY, Duration.ofMillis(100))).isInstanceOf(ViewLost.class);
        assertThatThrownBy(() -> write(KETTLE)).isInstanceOf(SearchServerFailed.class);
        assertThat(indices.exists(indices.documents(OneGeneration.NUMBER))).isFalse();
        assertThat(indices.exists(indices.writing(indices.documents(OneGeneration.NUMBER))))
                .isFalse();
    }

    private void write(Sku sku) {
        assertThat(store.write(
                        OneGeneration.NUMBER,
                        SmallShop.rows(PROJECTION, List.of(listed(sku, "Kettle", 2999))),
                        Advance.NONE))
                .isEmpty();
    }

    private Answered<ProductPage> ask(Reading reading, Duration patience) {
        return new ProductSearchAnswers(
                        new ProductSearch(server, indices, PROJECTION),
                        PROJECTION,
                        generation.serving(),
                        new Freshness(new Written(), patience),
                        Clock.fixed(minute(1), ZoneOffset.UTC))
                .answer(new SearchProducts(
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Map.of(),
                        null,
                        null,
                        false,
                        null,
                        Sort.NEWEST,
                        null,
                        50,
                        true,
                        reading));
    }
}
