package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What Axon's own JDBC engine does not keep of what Daybook needs, by name; docs/event-store.md carries the list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(600)
class StockEventStoreTest {
    /** Promise to the reason why it is not kept. */
    private static final Map<String, String> NOT_KEPT = Map.of(
            "a_closed_stream_gives_nothing_more",
            "a closed stream goes on reading",
            "a_conflict_has_one_name_whatever_the_sequence",
            "a conflict on the first event is an AggregateStreamCreationException, so whoever retries conflicts misses it",
            "a_failed_append_leaves_no_hole_in_the_positions",
            "positions come from a sequence; what is missing may be a failure or an append that has yet to commit",
            "readers_are_called_within_milliseconds_here_and_elsewhere",
            "its streams take no callback; readers poll",
            "a_unit_of_work_may_move_on_what_it_read_before",
            "an append names only what it moves on",
            "one_that_read_too_early_fails_none_of_those_that_append_at_the_same_time",
            "the same: it is appended",
            "what_was_decided_on_a_state_that_others_have_moved_on_from_is_not_appended",
            "the same: it is appended",
            "recorded_times_never_run_backwards_along_the_stream",
            "the time is the message's own, cut to milliseconds, and not that of the append");

    /** If this fails after an upgrade of Axon, the list has changed: so must the reasons here and in the docs. */
    @Test
    void the_stock_engine_fails_exactly_the_promises_that_are_known() {
        Map<String, String> failed = new TreeMap<>();
        Set<String> kept = new TreeSet<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(StockPromises.class))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.getSource().orElse(null) instanceof MethodSource method) {
                                    result.getThrowable()
                                            .ifPresentOrElse(
                                                    why -> failed.put(method.getMethodName(), String.valueOf(why)),
                                                    () -> kept.add(method.getMethodName()));
                                }
                            }
                        });

        assertThat(failed.keySet()).as("%s", failed).containsExactlyInAnyOrderElementsOf(NOT_KEPT.keySet());
        assertThat(kept).isNotEmpty();
    }

    @Test
    void the_list_in_the_docs_is_this_one() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "event-store.md"));

        NOT_KEPT.forEach((promise, reason) -> assertThat(docs).contains("| `" + promise + "` | " + reason + " |"));
        assertThat(docs.lines().filter(line -> line.startsWith("| `"))).hasSize(NOT_KEPT.size());
    }
}
