package io.daybook.projections.running;

import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.listed;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.running.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.FollowerState.Condition;
import io.daybook.projections.engine.Halt;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.Version;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Generation.State;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.rebuild.Comparison;
import io.daybook.projections.rebuild.RebuildProgress;
import io.daybook.projections.rebuild.RebuildProgress.Phase;
import io.daybook.projections.rebuild.RebuildRefused;
import io.daybook.projections.rebuild.RebuildRun;
import io.daybook.projections.running.ViewStatus.Health;
import io.daybook.query.reading.ViewVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadSideTest {
    private static final int SKUS = 20;

    private Installation at;

    @BeforeEach
    void open() throws Exception {
        at = new Installation();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void a_first_start_builds_a_generation_from_the_log_and_follows_from_there() {
        many(200, 1);
        RecordedEvent notYetForwarded = at.log.append(received(sku(1), NORTH, 5, 5));
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().answering()).isEqualTo(1));
            at.forward(List.of(notYetForwarded));
            many(200, 2);

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::health, ViewStatus::summary, ViewStatus::behind)
                    .containsExactly(Health.GREEN, "up to date", 0L));
        }
    }

    @Test
    void a_first_start_on_an_empty_log_answers_at_once() {
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            assertThat(at.rows(1)).isEmpty();
        }
    }

    @Test
    void what_happens_during_a_rebuild_is_in_the_new_generation_exactly_once() throws Exception {
        many(300, 1);
        AtomicBoolean more = new AtomicBoolean(true);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().answering()).isEqualTo(1));
            Thread shop = Thread.ofPlatform().start(() -> {
                for (int round = 2; more.get(); round++) {
                    many(50, round);
                }
            });

            RebuildRun run = node.views.rebuild(Installation.VIEW);
            assertThatThrownBy(() -> node.views.rebuild(Installation.VIEW)).isInstanceOf(RebuildRefused.class);
            assertThat(run.await(Duration.ofSeconds(60))).isTrue();
            more.set(false);
            shop.join();

            assertThat(run.progress().phase()).isEqualTo(Phase.PROMOTED);
            eventually(() -> assertThat(node.status().answering()).isEqualTo(2));
            eventually(() -> assertThat(at.rows(2)).isEqualTo(at.expected()));
        }
    }

    @Test
    void a_rebuilt_generation_equals_the_live_one_row_by_row_and_a_difference_is_shown() throws Exception {
        many(300, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            many(300, 2);
            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            rebuild(node);
            eventually(() -> assertThat(node.status().answering()).isEqualTo(2));

            Comparison equal = node.views.compare(Installation.VIEW, 1, 2);
            new JdbcTemplate(at.database.dataSource())
                    .update("DELETE FROM view_product_1 WHERE row_key = ?", sku(3).value());
            new JdbcTemplate(at.database.dataSource())
                    .update(
                            "UPDATE view_product_1 SET body = '{\"events\":0,\"received\":0}' WHERE row_key = ?",
                            sku(4).value());
            Comparison different = node.views.compare(Installation.VIEW, 1, 2);

            assertThat(equal).isEqualTo(new Comparison(Installation.VIEW, 1, 2, SKUS, SKUS, 0, List.of()));
            assertThat(different)
                    .extracting(Comparison::rowsOfFirst, Comparison::rowsOfSecond, Comparison::differing)
                    .containsExactly(SKUS - 1L, (long) SKUS, 2L);
        }
    }

    @Test
    void a_switch_keeps_the_former_generation_and_drops_the_one_before_it() throws Exception {
        many(50, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().answering()).isEqualTo(1));
            rebuild(node);
            rebuild(node);

            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::serving, ViewStatus::previous)
                    .containsExactly(3, 2));
            assertThat(node.status().generations())
                    .extracting(Generation::number, Generation::state)
                    .containsExactly(tuple(3, State.READY), tuple(2, State.READY));
            eventually(() -> assertThat(node.status().following()).hasSize(1));
        }
    }

    @Test
    void a_poisoned_record_stops_its_partition_and_no_other_until_it_can_be_read() {
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            many(100, 1);
            String poison = Long.toString(at.log.head() + 1);
            at.unreadable.add(poison);
            RecordedEvent poisoned = at.happen(received(sku(0), NORTH, 1, 1));
            Map<String, Tally> before = at.rowsWithout(poisoned);
            many(100, 2);

            eventually(() -> assertThat(node.status())
                    .satisfies(status -> assertThat(status.health()).isEqualTo(Health.RED))
                    .satisfies(status -> assertThat(status.summary()).startsWith("partition stopped: "))
                    .satisfies(
                            status -> assertThat(status.following().getFirst().condition())
                                    .isEqualTo(Condition.PARTITION_STOPPED))
                    .satisfies(
                            status -> assertThat(status.following().getFirst().halts())
                                    .singleElement()
                                    .extracting(Halt::reason)
                                    .asString()
                                    .contains("poison")));
            eventually(() -> assertThat(at.rows(1))
                    .containsAllEntriesOf(at.expectedOutside(poisoned))
                    .containsEntry(sku(0).value(), before.get(sku(0).value())));

            at.unreadable.clear();

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
        }
    }

    @Test
    void what_kafka_never_brought_is_read_from_the_log() {
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            at.log.append(received(sku(1), NORTH, 1, 1));
            at.log.append(received(sku(1), NORTH, 2, 3));
            at.happen(received(sku(1), NORTH, 4, 7));

            eventually(() -> assertThat(at.rows(1)).isEqualTo(Map.of(sku(1).value(), new Tally(3, 7))));
        }
    }

    @Test
    void a_store_that_lost_its_marks_is_lost_and_the_view_is_built_anew() {
        many(100, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));

            new JdbcTemplate(at.database.dataSource()).update("DELETE FROM view_progress");

            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::answering, ViewStatus::health)
                    .containsExactly(2, Health.GREEN));
            assertThat(at.rows(2)).isEqualTo(at.expected());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_store_that_comes_back_without_its_last_moments_is_given_them_again(boolean moreHappens) {
        many(100, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            JdbcTemplate database = new JdbcTemplate(at.database.dataSource());
            database.execute("CREATE TABLE rows_then AS SELECT * FROM view_product;"
                    + "CREATE TABLE marks_then AS SELECT * FROM view_progress");
            many(100, 2);
            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));

            database.execute("DELETE FROM view_product; INSERT INTO view_product SELECT * FROM rows_then;"
                    + "DELETE FROM view_progress; INSERT INTO view_progress SELECT * FROM marks_then");
            if (moreHappens) {
                for (int i = 0; i < Installation.PARTITIONS * 5; i++) {
                    at.happen(received(new Sku("NEW-" + i), NORTH, 1, 1));
                }
            }

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            assertThat(node.status().answering()).isOne();
        }
    }

    @Test
    void a_generation_of_a_log_that_has_ended_is_lost_and_the_view_is_built_anew() {
        many(100, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));

            at.log.incarnation = "log-2";

            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::answering, ViewStatus::health)
                    .containsExactly(2, Health.GREEN));
            assertThat(node.status().generations())
                    .extracting(Generation::number, Generation::state, Generation::note)
                    .containsExactly(
                            tuple(2, State.READY, null),
                            tuple(1, State.LOST, "it tells log log-1, which has ended; the log is log-2 now"));
            assertThat(at.rows(2)).isEqualTo(at.expected());
        }
    }

    @Test
    void a_number_that_a_lost_tail_had_given_out_is_built_without_what_was_left_there() {
        many(100, 1);
        at.store.create(1);
        at.store.write(
                1,
                List.of(new Row<>(
                        sku(1).value(),
                        new Tally(9, 9),
                        Map.of(received(sku(1), NORTH, 1, 1).aggregateId(), 9_999L),
                        Version.NONE)),
                Advance.NONE);

        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            assertThat(at.rows(1)).isEqualTo(at.expected());
        }
    }

    @Test
    void a_rebuild_that_fails_says_why_and_leaves_the_live_generation_alone() throws Exception {
        many(100, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            at.log.broken = true;

            RebuildRun run = node.views.rebuild(Installation.VIEW);

            assertThat(run.await(Duration.ofSeconds(60))).isTrue();
            assertThat(run.progress())
                    .extracting(RebuildProgress::phase, RebuildProgress::failure)
                    .containsExactly(Phase.FAILED, "the log is out of reach");
            eventually(() -> assertThat(node.status().generations())
                    .extracting(Generation::number, Generation::state)
                    .containsExactly(tuple(2, State.FAILED), tuple(1, State.READY)));
            at.log.broken = false;
            rebuild(node);

            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::serving, ViewStatus::previous, ViewStatus::health)
                    .containsExactly(3, 1, Health.GREEN));
        }
    }

    @Test
    void while_the_store_is_out_of_reach_nothing_is_given_up() {
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
            at.store.outOfReach = true;
            many(100, 1);
            eventually(() -> assertThat(node.status())
                    .satisfies(status -> assertThat(status.health()).isEqualTo(Health.RED))
                    .satisfies(status -> assertThat(status.summary()).contains("out of reach")));

            at.store.outOfReach = false;

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
        }
    }

    @Test
    void the_status_counts_the_rows_there_are_now_and_goes_without_a_store_that_does_not_answer() {
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status())
                    .extracting(ViewStatus::health, ViewStatus::rows)
                    .containsExactly(Health.GREEN, 0L));
            many(100, 1);
            eventually(() -> assertThat(node.status().rows()).isEqualTo(SKUS));

            at.store.outOfReach = true;

            assertThat(node.status())
                    .extracting(ViewStatus::answering, ViewStatus::rows, ViewStatus::behind, ViewStatus::health)
                    .containsExactly(1, null, -1L, Health.RED);
        }
    }

    @Test
    void a_node_that_starts_while_the_store_is_out_of_reach_follows_once_it_is_back() {
        many(100, 1);
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
        }
        many(100, 2);
        at.store.outOfReach = true;
        try (Node node = new Node(at, 1)) {
            eventually(() -> assertThat(node.status().summary()).contains("out of reach"));

            at.store.outOfReach = false;

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            eventually(() -> assertThat(node.status().health()).isEqualTo(Health.GREEN));
        }
    }

    @Test
    void a_node_goes_on_where_another_stopped() {
        try (Node second = new Node(at, 1)) {
            eventually(() -> assertThat(second.status().health()).isEqualTo(Health.GREEN));
            try (Node first = new Node(at, 1)) {
                eventually(() -> assertThat(first.status().following())
                        .singleElement()
                        .satisfies(state -> assertThat(state.partitions()).isPositive()));
                many(200, 1);
                eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
                many(200, 2);
            }
            many(200, 3);

            eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
            assertThat(second.status().generations()).hasSize(1);
        }
    }

    @Test
    void a_new_release_builds_beside_the_old_one_and_each_answers_from_its_own() {
        many(100, 1);
        try (Node old = new Node(at, 1)) {
            eventually(() -> assertThat(old.status().answering()).isEqualTo(1));
            assertThatThrownBy(() -> old.serving.generationOf(Installation.VIEW, 2))
                    .isInstanceOf(ViewVersion.class);
            try (Node release = new Node(at, 2)) {
                eventually(() -> assertThat(release.status().answering()).isEqualTo(2));
                eventually(() -> assertThat(old.status())
                        .extracting(ViewStatus::serving, ViewStatus::answering)
                        .containsExactly(2, 1));
                many(100, 2);

                eventually(() -> assertThat(at.rows(1)).isEqualTo(at.expected()));
                eventually(() -> assertThat(at.rows(2)).isEqualTo(at.expected()));
            }
        }
    }

    private static void rebuild(Node node) throws InterruptedException {
        RebuildRun run = node.views.rebuild(Installation.VIEW);
        assertThat(run.await(Duration.ofSeconds(60))).isTrue();
        assertThat(run.progress().failure()).isNull();
    }

    /** Events of all SKUs in an order that depends on the seed alone. */
    private void many(int events, int seed) {
        Random random = new Random(seed);
        List<RecordedEvent> batch = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            Sku sku = sku(i < SKUS ? i : random.nextInt(SKUS));
            LocationId location = random.nextBoolean() ? NORTH : SOUTH;
            int quantity = 1 + random.nextInt(9);
            batch.add(at.log.append(
                    random.nextInt(4) == 0
                            ? listed(sku, "Product " + i, 100 + i)
                            : received(sku, location, quantity, quantity)));
            if (batch.size() == 10 || i == events - 1) {
                at.forward(batch);
                batch.clear();
            }
        }
    }

    private static Sku sku(int number) {
        return new Sku("SKU-" + number);
    }
}
