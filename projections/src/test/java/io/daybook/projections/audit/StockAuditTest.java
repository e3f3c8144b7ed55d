package io.daybook.projections.audit;

import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.confirmed;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowsInMemory;
import io.daybook.projections.engine.Version;
import io.daybook.projections.engine.View;
import io.daybook.projections.history.LogInMemory;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.joined.Hold;
import io.daybook.projections.joined.ItemStock;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.joined.Shelves;
import io.daybook.projections.productcard.OneGeneration;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Five kettles in the north, of which one is allocated and two are held, and three in the south. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockAuditTest {
    private static final JoinedProjection PROJECTION = new JoinedProjection("product", 1);
    private static final Version FIRST_WRITTEN = Version.of(Version.NONE.number() + 1);

    @SuppressWarnings("NullAway.Init") // before any test
    private static OneGeneration generation;

    private final LogInMemory log = new LogInMemory();
    private final RowsInMemory<ProductRow> rows = new RowsInMemory<>();

    StockAuditTest() {
        tell(
                listed(KETTLE, "Kettle", 29_99),
                received(KETTLE, NORTH, 5, 5),
                reserved(KETTLE, NORTH, "o1", 1, minute(15), minute(1)),
                confirmed(KETTLE, NORTH, "o1", 1, minute(2)),
                reserved(KETTLE, NORTH, "o2", 2, minute(18), minute(3)),
                received(KETTLE, SOUTH, 3, 3));
    }

    @BeforeAll
    static void open() {
        generation = new OneGeneration(PROJECTION);
    }

    @AfterAll
    static void close() {
        generation.close();
    }

    @Test
    void a_view_that_shows_what_the_log_says_is_right() throws InterruptedException {
        show(folded());

        assertThat(audit(rows)).isEqualTo(new StockReport(6, 5, 2, Map.of("product", 1L), 0, List.of(), List.of()));
    }

    @Test
    void a_row_that_differs_is_named_with_what_it_should_be() throws InterruptedException {
        Row<ProductRow> right = folded();
        ItemStock tampered = new ItemStock(6, 0, Map.of("o2.1", new Hold(1, minute(18))));
        show(with(right, NORTH.value(), tampered));

        assertThat(audit(rows).findings())
                .containsExactly(new Finding(
                        "product",
                        "KETTLE-1@north",
                        "differs after the same events: onHand is 6 and should be 5; allocated is 0 and should be 1;"
                                + " holds is {o2.1=" + new Hold(1, minute(18)) + "} and should be {o2.1="
                                + new Hold(2, minute(18)) + "};"));
    }

    @Test
    void a_row_that_stays_behind_and_one_that_is_not_there_are_wrong() throws InterruptedException {
        show(folded());
        tell(oneMore(NORTH, 6), oneMore(new LocationId("west"), 1));

        assertThat(audit(rows).findings())
                .containsExactly(
                        new Finding("product", "KETTLE-1@north", "has been seen up to sequence 3; the log has 4"),
                        new Finding("product", "KETTLE-1@west", "is not shown"));
    }

    @Test
    void a_row_that_catches_up_in_time_is_right() throws InterruptedException {
        show(folded());
        tell(oneMore(NORTH, 6));
        RowsInMemory<ProductRow> late = new RowsInMemory<>() {
            @Override
            public synchronized Map<String, Row<ProductRow>> read(int number, Collection<String> keys) {
                // loses, and so does nothing, once it has been written a second time
                super.write(number, List.of(withVersion(folded(), FIRST_WRITTEN)), Advance.NONE);
                return super.read(number, keys);
            }
        };
        late.write(
                OneGeneration.NUMBER,
                rows.read(OneGeneration.NUMBER, Set.of(KETTLE.value())).values().stream()
                        .map(row -> withVersion(row, Version.NONE))
                        .toList(),
                Advance.NONE);

        assertThat(audit(late).findings()).isEmpty();
    }

    @Test
    void a_row_that_is_ahead_is_compared_with_the_log_as_it_saw_it() throws InterruptedException {
        LogInMemory shorter = new LogInMemory() {
            @Override
            public long head() {
                return 2;
            }
        };
        log.all().forEach(recorded -> shorter.append(recorded.event()));
        show(folded());

        assertThat(audit(rows, shorter).findings()).isEmpty();
        show(withVersion(with(folded(), NORTH.value(), new ItemStock(5, 1, Map.of())), FIRST_WRITTEN));
        assertThat(audit(rows, shorter).findings()).extracting(Finding::item).containsExactly("KETTLE-1@north");
    }

    @Test
    void a_row_of_what_the_log_does_not_know_is_wrong() throws InterruptedException {
        Row<ProductRow> right = folded();
        Map<String, Long> applied = new HashMap<>(right.applied());
        applied.put("KETTLE-1@moon", 0L);
        Row<ProductRow> more = with(right, "moon", new ItemStock(1, 0, Map.of()));
        show(new Row<>(more.key(), more.value(), applied, more.version()));

        assertThat(audit(rows).findings())
                .containsExactly(new Finding(
                        "product", "KETTLE-1@moon", "shows an event that the log does not have: sequence 0"));
    }

    @Test
    void an_item_that_is_short_is_told_with_its_orders_and_is_not_wrong() throws InterruptedException {
        tell(
                new StockCounted(KETTLE, NORTH, "night", -5, 0, minute(4)),
                new ItemFellShort(KETTLE, NORTH, 3, minute(4)));
        show(folded());

        StockReport report = audit(rows);
        assertThat(report.findings()).isEmpty();
        assertThat(report.shortfalls()).containsExactly(new Shortfall("KETTLE-1@north", 3, List.of("o1")));
    }

    @Test
    void a_wrong_event_is_named_by_its_place_in_the_log() throws InterruptedException {
        tell(received(KETTLE, SOUTH, 1, 9));
        show(folded());

        assertThat(audit(rows).findings())
                .containsExactly(new Finding(
                        "log",
                        "KETTLE-1@south",
                        "position 7, StockReceived, sequence 1: tells 9 on hand; it should be 4"));
    }

    @Test
    void a_view_of_which_nothing_answers_is_wrong() throws InterruptedException {
        View<ProductRow> unbuilt = new View<>(new JoinedProjection("never-built", 1), rows);
        StockReport report =
                new StockAudit(List.of(unbuilt), generation.serving(), log, Duration.ZERO).run((read, toRead) -> {});
        assertThat(report.findings()).containsExactly(new Finding("never-built", "", "no generation answers"));
    }

    private static StockReceived oneMore(LocationId location, int onHand) {
        return new StockReceived(KETTLE, location, "note", 1, onHand, minute(5));
    }

    private void tell(DomainEvent... events) {
        for (DomainEvent event : events) {
            log.append(event);
        }
    }

    private StockReport audit(RowsInMemory<ProductRow> shown) throws InterruptedException {
        return audit(shown, log);
    }

    private static StockReport audit(RowsInMemory<ProductRow> shown, LogInMemory told) throws InterruptedException {
        return new StockAudit(
                        List.of(new View<>(PROJECTION, shown)), generation.serving(), told, Duration.ofMillis(300))
                .run((read, toRead) -> {});
    }

    private void show(Row<ProductRow> row) {
        assertThat(rows.write(OneGeneration.NUMBER, List.of(row), Advance.NONE)).isEmpty();
    }

    private Row<ProductRow> folded() {
        ProductRow row = null;
        Map<String, Long> applied = new HashMap<>();
        for (RecordedEvent recorded : log.all()) {
            row = PROJECTION.fold(row, recorded);
            applied.put(recorded.aggregateId(), recorded.sequence());
        }
        return new Row<>(KETTLE.value(), row, applied, Version.NONE);
    }

    private static Row<ProductRow> with(Row<ProductRow> row, String location, ItemStock stock) {
        @Nullable ProductRow value = row.value();
        if (value == null) {
            throw new AssertionError("a tombstone");
        }
        Map<String, ItemStock> at = new HashMap<>(value.shelves().at());
        at.put(location, stock);
        return new Row<>(
                row.key(), new ProductRow(value.sku(), value.offer(), new Shelves(at)), row.applied(), row.version());
    }

    private static Row<ProductRow> withVersion(Row<ProductRow> row, Version version) {
        return new Row<>(row.key(), row.value(), row.applied(), version);
    }
}
