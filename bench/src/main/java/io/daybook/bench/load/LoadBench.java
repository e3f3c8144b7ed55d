package io.daybook.bench.load;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Goal;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Pace;
import io.daybook.bench.servers.Arena;
import io.daybook.bench.servers.Options;
import io.daybook.devservers.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench load}. */
@Command(name = "load", description = "an aggregate's state from memory, from the log, and after a long history")
public final class LoadBench implements Callable<Integer> {
    private static final List<String> FROM_MEMORY = Books.NAMES;
    private static final List<String> FROM_LOG = withFloor(Books.NAMES);

    /** From the issue of the event path. */
    private static final List<Goal> GOALS = List.of(
            Goal.atLeast(7_000, LoadScenario.CACHED_50.label(), "loads_per_s"),
            Goal.atMost(2, LoadScenario.LONG_10000.label(), "times_a_short_one"));

    @Mixin
    Options options = new Options();

    private static List<String> withFloor(List<String> names) {
        List<String> all = new ArrayList<>(List.of(Outcome.FLOOR));
        all.addAll(names);
        return List.copyOf(all);
    }

    @Override
    public Integer call() throws Exception {
        // one warm-up, since the stock default takes many seconds for the long history
        Pace pace = options.pace(1, 700, 2_500);
        try (Arena arena = Arena.open("load", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(LoadSubjects.class, FROM_LOG);
            arena.warmUp(LoadScenario.UNCACHED_50.label(), FROM_LOG, 4 * pace.millis());
            for (LoadScenario scenario : LoadScenario.values()) {
                arena.play(scenario.label(), subjects(scenario), pace, GOALS);
            }
            arena.finish();
        }
        return 0;
    }

    private static List<String> subjects(LoadScenario scenario) {
        return switch (scenario) {
            case CACHED_50, NO_OP_50 -> FROM_MEMORY;
            case UNCACHED_50, LONG_10000 -> FROM_LOG;
        };
    }
}
