package io.daybook.bench.wakeup;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Goal;
import io.daybook.bench.harness.Pace;
import io.daybook.bench.servers.Arena;
import io.daybook.bench.servers.Options;
import io.daybook.devservers.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench wakeup}. */
@Command(name = "wakeup", description = "from the append to the handler, in this and in another process")
public final class WakeupBench implements Callable<Integer> {
    /** From the issue of the event path. */
    private static final List<Goal> GOALS = List.of(
            Goal.atMost(2, WakeupScenario.IDLE.label(), "p50_ms"),
            Goal.atMost(10, WakeupScenario.IDLE.label(), "p99_ms"),
            Goal.atMost(4, WakeupScenario.IDLE_ELSEWHERE.label(), "p50_ms"),
            Goal.atMost(15, WakeupScenario.IDLE_ELSEWHERE.label(), "p99_ms"),
            Goal.atMost(25, WakeupScenario.BUSY.label(), "p99_ms"),
            Goal.atMost(25, WakeupScenario.BUSY_ELSEWHERE.label(), "p99_ms"));

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(2, 1_500, 4_000);
        try (Arena arena = Arena.open("wakeup", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(WakeupSubjects.class, Books.NAMES);
            arena.warmUp(WakeupScenario.BUSY.label(), Books.NAMES, 2 * pace.millis());
            for (WakeupScenario scenario : WakeupScenario.values()) {
                arena.play(scenario.label(), Books.NAMES, pace, GOALS);
            }
            arena.finish();
        }
        return 0;
    }
}
