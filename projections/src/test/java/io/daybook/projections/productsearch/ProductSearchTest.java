package io.daybook.projections.productsearch;

import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.ProductPage.Attribute;
import io.daybook.query.catalog.ProductPage.Count;
import io.daybook.query.catalog.ProductPage.Facets;
import io.daybook.query.catalog.ProductPage.Hit;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.catalog.Sort;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Reading;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductSearchTest {
    private static final int GENERATION = 1;
    private static final JoinedProjection PROJECTION = new JoinedProjection(ProductSearchStore.VIEW, 1);

    private static SearchServer server;
    private static SearchIndices indices;
    private static ProductSearch search;

    @BeforeAll
    static void fill() {
        server = new SearchServer(URI.create(DevServers.shared().elasticsearchUrl()));
        indices = new SearchIndices(server, Isolation.next());
        search = new ProductSearch(server, indices, PROJECTION);
        ProductSearchStore store = new ProductSearchStore(server, indices);
        store.create(GENERATION);
        assertThat(store.write(GENERATION, SmallShop.rows(PROJECTION, SmallShop.EVENTS), Advance.NONE))
                .isEmpty();
        store.flush(GENERATION);
    }

    @AfterAll
    static void drop() throws IOException {
        indices.drop(GENERATION);
        server.close();
    }

    @Test
    void everything_that_is_listed_is_found_and_nothing_else() {
        assertThat(skus(new Asked().question(), minute(1)))
                .containsExactly("CHAIR-1", "CHAIR-2", "CUP-1", "LAMP-1", "LAMP-2", "LAMP-3", "LAMP-4", "SET-1");
    }

    @ParameterizedTest
    @CsvSource({
        "lamp-3, LAMP-3",
        "4006381333948, LAMP-2",
        "bend lamp, LAMP-1",
        "office chairs, CHAIR-1",
        "lumo straight, LAMP-2",
        "sol ceiling, LAMP-4",
        "cafe, CUP-1",
        "offi, CHAIR-1",
        "reading, SET-1",
    })
    void what_is_meant_comes_first(String text, String sku) {
        assertThat(skus(new Asked().text(text).question(), minute(1))).startsWith(sku);
    }

    @Test
    void words_that_no_product_has_find_nothing() {
        assertThat(skus(new Asked().text("submarine").question(), minute(1))).isEmpty();
    }

    @Test
    void an_entry_shows_what_a_list_needs() {
        assertThat(page(new Asked().text("LAMP-1").question(), minute(1)).hits().getFirst())
                .isEqualTo(new Hit(
                        "LAMP-1",
                        "Desk lamp Lumo Bend",
                        "Lumo",
                        List.of("Light", "Desk lamps"),
                        new Amount(3900, "EUR"),
                        "https://example.org/LAMP-1.jpg",
                        null,
                        true,
                        5));
    }

    @Test
    void filters_narrow_and_values_of_one_filter_are_alternatives() {
        assertThat(skus(new Asked().department("Light").brand("Lumo").question(), minute(1)))
                .containsExactly("LAMP-1", "LAMP-2");
        assertThat(skus(new Asked().brand("Lumo").brand("Sól").price(2901, 8900).question(), minute(1)))
                .containsExactly("LAMP-1", "LAMP-4");
        assertThat(skus(new Asked().category("Light/Floor lamps").question(), minute(1)))
                .containsExactly("LAMP-3");
        assertThat(skus(new Asked().attribute("colour", "blue", "white").question(), minute(1)))
                .containsExactly("CHAIR-2", "CUP-1", "LAMP-2", "LAMP-4");
        assertThat(skus(new Asked().attribute("needs power (V.2)", "true").question(), minute(1)))
                .containsExactly("LAMP-1", "LAMP-2", "LAMP-3", "LAMP-4");
    }

    @Test
    void numbers_are_asked_for_by_value_or_by_range() {
        assertThat(skus(new Asked().attribute("watts", "7.50").question(), minute(1)))
                .containsExactly("LAMP-1");
        assertThat(skus(new Asked().attribute("watts", "5..18").question(), minute(1)))
                .containsExactly("LAMP-1", "LAMP-2", "LAMP-3");
        assertThat(skus(new Asked().attribute("watts", "7.6..").question(), minute(1)))
                .containsExactly("LAMP-3", "LAMP-4");
        assertThat(skus(new Asked().attribute("watts", "..-1").question(), minute(1)))
                .isEmpty();
    }

    @Test
    void a_hold_that_ends_makes_its_unit_sellable_at_that_moment_without_any_write() {
        SearchProducts inStock = new Asked().department("Light").inStock().question();
        assertThat(skus(inStock, minute(15).minusMillis(1))).containsExactly("LAMP-1", "LAMP-3");
        assertThat(skus(inStock, minute(15))).containsExactly("LAMP-1", "LAMP-2", "LAMP-3");
        assertThat(page(new Asked().text("LAMP-2").question(), minute(15))
                        .hits()
                        .getFirst()
                        .sellable())
                .isEqualTo(1);
    }

    @Test
    void stock_is_looked_for_at_the_location_that_was_asked_for() {
        assertThat(skus(new Asked().at(SOUTH).question(), minute(1))).containsExactly("CUP-1", "LAMP-2", "LAMP-3");
        assertThat(skus(new Asked().at(SOUTH).inStock().question(), minute(1))).containsExactly("CUP-1");
        assertThat(skus(new Asked().at(NORTH).inStock().question(), minute(1)))
                .containsExactly("CHAIR-1", "LAMP-1", "LAMP-3");
    }

    @Test
    void a_bundle_is_in_stock_as_far_as_its_parts_are() {
        ProductPage sets = page(new Asked().department("Home").inStock().question(), minute(1));
        assertThat(sets.hits()).extracting(Hit::sku).containsExactly("CHAIR-1", "CUP-1", "SET-1");
        assertThat(sets.hits().getLast().sellable()).isEqualTo(1);
    }

    @Test
    void facets_count_what_another_choice_would_bring() {
        Facets facets = facets(new Asked().department("Light").attribute("colour", "red"), minute(1));
        assertThat(facets.departments()).containsExactly(new Count("Light", 2), new Count("Home", 1));
        assertThat(facets.brands()).containsExactlyInAnyOrder(new Count("Lumo", 1), new Count("Sól", 1));
        assertThat(facets.attributes().getFirst())
                .isEqualTo(new Attribute(
                        "colour", List.of(new Count("red", 2), new Count("blue", 1), new Count("white", 1))));
        assertThat(facets.inStock()).isEqualTo(2);
        assertThat(facets.prices()).filteredOn(range -> range.count() > 0).hasSize(2);
        assertThat(facets.categories()).contains(new Count("Light", 2), new Count("Light/Desk lamps", 1));
    }

    @Test
    void facets_without_any_choice_count_everything() {
        Facets facets = facets(new Asked(), minute(1));
        assertThat(facets.departments()).containsExactly(new Count("Home", 4), new Count("Light", 4));
        assertThat(facets.inStock()).isEqualTo(5);
        assertThat(facets.attributes())
                .extracting(Attribute::name)
                .containsExactlyInAnyOrder("colour", "needs power (V.2)");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pages_follow_each_other_without_gap_or_repetition(Sort sort) {
        List<String> all = skus(new Asked().text("lamp chair home").sort(sort).question(), minute(1));
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ProductPage page = page(
                    new Asked()
                            .text("lamp chair home")
                            .sort(sort)
                            .size(2)
                            .cursor(cursor)
                            .question(),
                    minute(1));
            assertThat(page.total()).isEqualTo(all.size());
            page.hits().forEach(hit -> paged.add(hit.sku()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(5);
    }

    @Test
    void the_order_is_the_one_asked_for() {
        assertThat(skus(new Asked().department("Light").sort(Sort.PRICE).question(), minute(1)))
                .containsExactly("LAMP-2", "LAMP-1", "LAMP-4", "LAMP-3");
        assertThat(skus(
                        new Asked()
                                .department("Light")
                                .sort(Sort.PRICE_DESCENDING)
                                .question(),
                        minute(1)))
                .containsExactly("LAMP-3", "LAMP-4", "LAMP-1", "LAMP-2");
        assertThat(skus(new Asked().department("Light").sort(Sort.NEWEST).question(), minute(1)))
                .containsExactly("LAMP-4", "LAMP-3", "LAMP-2", "LAMP-1");
        assertThat(skus(new Asked().department("Light").sort(Sort.TITLE).question(), minute(1)))
                .containsExactly("LAMP-4", "LAMP-1", "LAMP-2", "LAMP-3");
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        String cursor = page(new Asked().size(2).question(), minute(1)).nextCursor();
        assertThatThrownBy(() ->
                        page(new Asked().brand("Lumo").size(2).cursor(cursor).question(), minute(1)))
                .isInstanceOfSatisfying(
                        BadQuestion.class, bad -> assertThat(bad.code()).isEqualTo("query.bad-cursor"));
    }

    @Test
    void what_searches_have_seen_is_known_by_aggregate() {
        ReadAfter after = new ReadAfter(List.of(
                new Mark("Order", "order-1", 9),
                new Mark("Product", "GONE-1", 1),
                new Mark("InventoryItem", "EARLY-1@north", 0),
                new Mark("Product", "NONE-1", 0)));
        assertThat(search.seen(GENERATION, after)).isEqualTo(Map.of("GONE-1", 1L, "EARLY-1@north", 0L));
    }

    private static ProductPage page(SearchProducts question, Instant now) {
        return search.page(GENERATION, question, now);
    }

    private static List<String> skus(SearchProducts question, Instant now) {
        return page(question, now).hits().stream().map(Hit::sku).toList();
    }

    private static Facets facets(Asked asked, Instant now) {
        return Objects.requireNonNull(page(asked.question(), now).facets());
    }

    /** A question with nothing chosen, until something is. */
    private static final class Asked {
        private @Nullable String text;
        private @Nullable String cursor;
        private @Nullable String category;
        private @Nullable Long from;
        private @Nullable Long to;
        private @Nullable LocationId location;
        private boolean inStock;
        private Sort sort = Sort.RELEVANCE;
        private int size = 50;
        private final List<String> departments = new ArrayList<>();
        private final List<String> brands = new ArrayList<>();
        private Map<String, List<String>> attributes = Map.of();

        Asked text(String q) {
            text = q;
            return this;
        }

        Asked department(String name) {
            departments.add(name);
            return this;
        }

        Asked category(String path) {
            category = path;
            return this;
        }

        Asked brand(String name) {
            brands.add(name);
            return this;
        }

        Asked price(long atLeast, long atMost) {
            from = atLeast;
            to = atMost;
            return this;
        }

        Asked attribute(String name, String... values) {
            attributes = Map.of(name, List.of(values));
            return this;
        }

        Asked at(LocationId where) {
            location = where;
            return this;
        }

        Asked inStock() {
            inStock = true;
            return this;
        }

        Asked sort(Sort by) {
            sort = by;
            return this;
        }

        Asked size(int entries) {
            size = entries;
            return this;
        }

        Asked cursor(@Nullable String at) {
            cursor = at;
            return this;
        }

        SearchProducts question() {
            return new SearchProducts(
                    text,
                    departments,
                    category,
                    brands,
                    attributes,
                    from,
                    to,
                    inStock,
                    location,
                    sort,
                    cursor,
                    size,
                    true,
                    Reading.ANY);
        }
    }
}
