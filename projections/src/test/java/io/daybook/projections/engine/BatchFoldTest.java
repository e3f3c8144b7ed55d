package io.daybook.projections.engine;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.details;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.received;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.history.LogInMemory;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.history.UnknownEventType;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatchFoldTest {
    private static final TopicPartition CATALOG = new TopicPartition("catalog", 0);
    private static final TopicPartition STOCK = new TopicPartition("inventory", 0);
    private static final Sku CUP = new Sku("CUP");

    private final LogInMemory log = new LogInMemory();
    private final JoinedProjection projection = new JoinedProjection("joined", 0);
    private final RowsInMemory<ProductRow> store = new RowsInMemory<>();
    private final BatchFold<ProductRow> fold = new BatchFold<>(new View<>(projection, store), log);

    @BeforeEach
    void begin() {
        store.create(1);
        store.begin(
                1,
                new Progress(Map.of(CATALOG, new Progress.Mark(0, Story.LOG), STOCK, new Progress.Mark(0, Story.LOG))));
    }

    @Test
    void a_batch_is_folded_per_row_and_the_marks_move() {
        RecordedEvent offer = log.append(listed(KETTLE, "Kettle", 2999));
        RecordedEvent first = log.append(received(KETTLE, NORTH, 5, 5));
        RecordedEvent second = log.append(received(KETTLE, NORTH, 3, 8));

        BatchFold.Outcome outcome = apply(at(CATALOG, 10, offer), at(STOCK, 20, first), at(STOCK, 21, second));

        assertThat(outcome.stops()).isEmpty();
        assertThat(outcome.rowsWritten()).isOne();
        assertThat(store.progress(1)).isEqualTo(marks(11, 22));
        assertThat(row(KETTLE).value()).isEqualTo(folded(offer, first, second));
        assertThat(row(KETTLE).applied()).isEqualTo(Map.of("KETTLE-1", 0L, "KETTLE-1@north", 1L));
    }

    @Test
    void what_is_in_the_row_is_dropped() {
        RecordedEvent first = log.append(received(KETTLE, NORTH, 5, 5));
        RecordedEvent second = log.append(received(KETTLE, NORTH, 3, 8));
        apply(at(STOCK, 0, first), at(STOCK, 1, second));

        BatchFold.Outcome outcome = apply(at(STOCK, 0, first), at(STOCK, 1, second));

        assertThat(outcome.rowsWritten()).isZero();
        assertThat(row(KETTLE).version()).isEqualTo(Version.of(0));
    }

    @Test
    void what_is_missing_is_read_from_the_log() {
        RecordedEvent first = log.append(received(KETTLE, NORTH, 5, 5));
        RecordedEvent second = log.append(received(KETTLE, NORTH, 3, 8));
        RecordedEvent third = log.append(received(KETTLE, NORTH, 1, 9));

        apply(at(STOCK, 7, third));

        assertThat(row(KETTLE).value()).isEqualTo(folded(first, second, third));
    }

    @Test
    void a_gap_that_the_log_has_too_stops_the_partition_before_it() {
        RecordedEvent known = log.append(received(CUP, NORTH, 1, 1));
        Story elsewhere = new Story();
        elsewhere.tell(received(KETTLE, NORTH, 5, 5));
        RecordedEvent second = elsewhere.tell(received(KETTLE, NORTH, 3, 8));

        BatchFold.Outcome outcome = apply(at(STOCK, 7, known), at(STOCK, 8, second));

        assertThat(outcome.stops())
                .isEqualTo(Map.of(
                        STOCK,
                        new BatchFold.Stop(
                                8,
                                "StockReceived (KETTLE-1@north, 1) follows -1 in the row, and the log does not have what"
                                        + " lies between")));
        assertThat(store.progress(1)).isEqualTo(marks(0, 8));
        assertThat(store.read(1, List.of("KETTLE-1"))).isEmpty();
        assertThat(row(CUP).value()).isEqualTo(folded(known));
    }

    @Test
    void a_record_that_cannot_be_read_stops_its_partition_and_the_prefix_is_written() {
        RecordedEvent before = log.append(received(KETTLE, NORTH, 5, 5));
        RecordedEvent after = log.append(received(KETTLE, SOUTH, 5, 5));
        RecordedEvent other = log.append(listed(KETTLE, "Kettle", 2999));

        BatchFold.Outcome outcome = apply(
                at(STOCK, 4, before),
                new Arrival(STOCK, 5, null, "unreadable"),
                at(STOCK, 6, after),
                at(CATALOG, 9, other));

        assertThat(outcome.stops()).isEqualTo(Map.of(STOCK, new BatchFold.Stop(5, "unreadable")));
        assertThat(store.progress(1)).isEqualTo(marks(10, 5));
        assertThat(row(KETTLE).value()).isEqualTo(folded(before, other));
    }

    @Test
    void an_event_that_breaks_the_fold_stops_its_partition() {
        RecordedEvent tooEarly = log.append(new ProductDetailsChanged(KETTLE, details("Kettle")));
        RecordedEvent stock = log.append(received(KETTLE, NORTH, 5, 5));

        BatchFold.Outcome outcome = apply(at(CATALOG, 3, tooEarly), at(STOCK, 4, stock));

        assertThat(outcome.stops()).containsOnlyKeys(CATALOG);
        assertThat(store.progress(1)).isEqualTo(marks(3, 5));
        assertThat(row(KETTLE).value()).isEqualTo(folded(stock));
    }

    @Test
    void a_lost_race_is_read_and_folded_again() {
        RecordedEvent offer = log.append(listed(KETTLE, "Kettle", 2999));
        RecordedEvent stock = log.append(received(KETTLE, NORTH, 5, 5));
        RowsInMemory<ProductRow> contested = new RowsInMemory<>() {
            private boolean first = true;

            @Override
            public synchronized Set<String> write(
                    int generation, Collection<Row<ProductRow>> changed, Advance advance) {
                if (first) {
                    first = false;
                    super.write(
                            generation,
                            List.of(new Row<>(
                                    "KETTLE-1", projection.fold(null, offer), Map.of("KETTLE-1", 0L), Version.NONE)),
                            Advance.NONE);
                }
                return super.write(generation, changed, advance);
            }
        };
        contested.begin(1, marks(0, 0));
        BatchFold<ProductRow> late = new BatchFold<>(new View<>(projection, contested), log);

        late.apply(1, Story.LOG, Map.of(), List.of(at(CATALOG, 1, offer), at(STOCK, 1, stock)));

        Row<ProductRow> row =
                requireNonNull(contested.read(1, List.of("KETTLE-1")).get("KETTLE-1"));
        assertThat(row.value()).isEqualTo(folded(offer, stock));
        assertThat(row.applied()).isEqualTo(Map.of("KETTLE-1", 0L, "KETTLE-1@north", 0L));
        assertThat(contested.progress(1)).isEqualTo(marks(2, 2));
    }

    @Test
    void a_missed_event_of_an_unknown_type_stops_the_partition_too() {
        LogInMemory newer = new LogInMemory() {
            @Override
            public List<RecordedEvent> ofAggregate(String aggregateId, long from, long to) {
                throw new UnknownEventType("inventory.StockPainted", 1);
            }
        };
        newer.append(received(KETTLE, NORTH, 5, 5));
        RecordedEvent second = newer.append(received(KETTLE, NORTH, 3, 8));

        BatchFold.Outcome outcome = new BatchFold<>(new View<>(projection, store), newer)
                .apply(1, Story.LOG, Map.of(), List.of(at(STOCK, 2, second)));

        assertThat(outcome.stops().get(STOCK))
                .extracting(BatchFold.Stop::reason)
                .asString()
                .contains("unknown event type inventory.StockPainted");
    }

    @Test
    void a_fold_sends_nothing() {
        assertThatThrownBy(() -> FoldGuard.folding(() -> {
                    FoldGuard.refuseWhileFolding("PlaceOrder");
                    return "";
                }))
                .hasMessage("a projection cannot send, call or publish: PlaceOrder");
        FoldGuard.refuseWhileFolding("PlaceOrder");
    }

    private BatchFold.Outcome apply(Arrival... arrivals) {
        return fold.apply(1, Story.LOG, store.progress(1).marks(), List.of(arrivals));
    }

    private static Arrival at(TopicPartition partition, long offset, RecordedEvent event) {
        return new Arrival(partition, offset, event, null);
    }

    private Row<ProductRow> row(Sku sku) {
        return requireNonNull(store.read(1, List.of(sku.value())).get(sku.value()));
    }

    private ProductRow folded(RecordedEvent... events) {
        @Nullable ProductRow row = null;
        for (RecordedEvent event : events) {
            row = projection.fold(row, event);
        }
        return requireNonNull(row);
    }

    private static Progress marks(long catalog, long stock) {
        return new Progress(
                Map.of(CATALOG, new Progress.Mark(catalog, Story.LOG), STOCK, new Progress.Mark(stock, Story.LOG)));
    }
}
