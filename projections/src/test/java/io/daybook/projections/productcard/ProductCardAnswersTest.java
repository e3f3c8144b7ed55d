package io.daybook.projections.productcard;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.details;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.Written;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.catalog.Availability;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.Unknown;
import io.daybook.query.reading.ViewLate;
import io.daybook.query.reading.ViewLost;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductCardAnswersTest {
    private static final JoinedProjection PROJECTION = new JoinedProjection(ProductCardStore.VIEW, 1);
    private static final Sku SET = new Sku("SET-1");
    private static OneGeneration generation;

    private final CardServer server = new CardServer(DevServers.shared().redisUri());
    private final ProductCardStore store = new ProductCardStore(server, Isolation.next());
    private final Story story = new Story();
    private final Written written = new Written();

    @BeforeAll
    static void promote() {
        generation = new OneGeneration(PROJECTION);
    }

    @AfterAll
    static void forget() {
        generation.close();
    }

    @BeforeEach
    void begin() {
        store.begin(
                OneGeneration.NUMBER,
                new Progress(Map.of(new TopicPartition("catalog", 0), new Progress.Mark(0, Story.LOG))));
    }

    @AfterEach
    void drop() {
        store.drop(OneGeneration.NUMBER);
        server.close();
    }

    @Test
    void a_listed_product_is_answered_with_its_stock_of_the_moment() {
        happened(
                listed(KETTLE, "Kettle", 2999),
                received(KETTLE, NORTH, 1, 1),
                reserved(KETTLE, NORTH, "order-1", 1, minute(15), minute(0)));

        assertThat(ask(KETTLE, Reading.ANY, minute(1)))
                .isEqualTo(new Answered<>(
                        kettle(new Availability(
                                false, 0, minute(15), List.of(new Availability.At("north", 0, minute(15))))),
                        OneGeneration.NUMBER,
                        false));
        assertThat(ask(KETTLE, Reading.ANY, minute(15)).body())
                .isEqualTo(kettle(new Availability(true, 1, null, List.of(new Availability.At("north", 1, null)))));
    }

    @Test
    void what_is_not_listed_is_unknown() {
        happened(
                received(new Sku("EARLY-1"), NORTH, 1, 1),
                listed(KETTLE, "Kettle", 2999),
                new ProductDelisted(KETTLE, "broken"));

        for (Sku sku : List.of(KETTLE, new Sku("EARLY-1"), new Sku("NONE-1"))) {
            assertThatThrownBy(() -> ask(sku, Reading.ANY, minute(1)))
                    .isInstanceOfSatisfying(
                            Unknown.class, why -> assertThat(why.code()).isEqualTo("catalog.unknown-product"));
        }
    }

    @Test
    void a_bundle_is_available_as_far_as_its_parts_are() {
        happened(
                new ProductListed(SET, details("Two kettles", new BundleComponent(KETTLE, 2)), eur(5000)),
                received(KETTLE, NORTH, 5, 5));

        assertThat(ask(SET, Reading.ANY, minute(1)).body().availability())
                .isEqualTo(new Availability(true, 2, null, List.of()));
    }

    @Test
    void an_answer_waits_until_the_card_has_what_the_caller_did() {
        happened(listed(KETTLE, "Kettle", 2999));
        CompletableFuture<Answered<ProductCard>> answer = CompletableFuture.supplyAsync(
                () -> ask(KETTLE, Reading.after(ReadAfter.of("Product", KETTLE.value(), 1)), minute(1)));

        happened(new PriceChanged(KETTLE, eur(1999), eur(2999)));

        assertThat(answer.join().body().price()).isEqualTo(new Amount(1999, "EUR"));
    }

    @Test
    void an_answer_that_would_come_late_is_refused_or_given_as_it_is() {
        happened(listed(KETTLE, "Kettle", 2999));
        ReadAfter after = ReadAfter.of("Product", KETTLE.value(), 1);

        assertThatThrownBy(() -> ask(KETTLE, new Reading(after, false), minute(1)))
                .isInstanceOfSatisfying(
                        ViewLate.class,
                        late -> assertThat(late.lag()).containsExactly(new ViewLate.Lag(KETTLE.value(), 1, 0)));
        assertThat(ask(KETTLE, new Reading(after, true), minute(1)).stale()).isTrue();
    }

    @Test
    void a_product_that_nobody_has_seen_yet_is_waited_for_too() {
        assertThatThrownBy(() -> ask(KETTLE, Reading.after(ReadAfter.of("Product", KETTLE.value(), 0)), minute(1)))
                .isInstanceOf(ViewLate.class);
    }

    @Test
    void what_happened_to_other_products_holds_no_answer_up() {
        happened(listed(KETTLE, "Kettle", 2999));

        assertThat(ask(KETTLE, Reading.after(ReadAfter.of("Product", "OTHER-1", 7)), minute(1))
                        .stale())
                .isFalse();
    }

    @Test
    void an_emptied_store_does_not_make_products_unknown() {
        happened(listed(KETTLE, "Kettle", 2999));
        store.drop(OneGeneration.NUMBER);

        assertThatThrownBy(() -> ask(KETTLE, Reading.ANY, minute(1))).isInstanceOf(ViewLost.class);
    }

    @Test
    void while_redis_is_out_of_reach_the_fallback_answers() {
        try (CardServer nowhere = new CardServer("redis://127.0.0.1:1")) {
            ProductCardStore unreachable = new ProductCardStore(nowhere, "");
            assertThatThrownBy(() -> answers(unreachable, minute(1)).answer(new FindProduct(KETTLE, Reading.ANY)))
                    .isInstanceOf(ViewLost.class);
        }
    }

    private Answered<ProductCard> ask(Sku sku, Reading reading, Instant now) {
        return answers(store, now).answer(new FindProduct(sku, reading));
    }

    /** Their fallback is none, and says so. */
    private ProductCardAnswers answers(ProductCardStore from, Instant now) {
        return new ProductCardAnswers(
                from,
                PROJECTION,
                generation.serving(),
                new Freshness(written, Duration.ofMillis(300)),
                question -> {
                    throw new ViewLost("fallback");
                },
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void happened(DomainEvent... events) {
        for (DomainEvent event : events) {
            RecordedEvent recorded = story.tell(event);
            String key = PROJECTION.keyOf(recorded);
            Row<ProductRow> before =
                    store.read(OneGeneration.NUMBER, List.of(key)).getOrDefault(key, Row.absent(key));
            Map<String, Long> applied = new TreeMap<>(before.applied());
            applied.put(recorded.aggregateId(), recorded.sequence());
            ProductRow after = PROJECTION.fold(before.value(), recorded);
            assertThat(store.write(
                            OneGeneration.NUMBER,
                            List.of(new Row<>(key, after, applied, before.version())),
                            Advance.NONE))
                    .isEmpty();
            written.ring(PROJECTION.name());
        }
    }

    private static ProductCard kettle(Availability availability) {
        Map<String, Object> attributes = new TreeMap<>();
        attributes.put("colour", "red");
        attributes.put("cordless", true);
        attributes.put("litres", new BigDecimal("1.70"));
        return new ProductCard(
                "KETTLE-1",
                "Kettle",
                "Boils water.",
                "Aqua",
                List.of("Kitchen", "Kettles"),
                attributes,
                List.of("4006381333931"),
                List.of("https://example.org/kettle.jpg"),
                null,
                List.of(),
                new Amount(2999, "EUR"),
                availability);
    }
}
