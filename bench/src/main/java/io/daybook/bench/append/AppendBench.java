package io.daybook.bench.append;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Goal;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Pace;
import io.daybook.bench.servers.Arena;
import io.daybook.bench.servers.Options;
import io.daybook.devservers.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench append}. */
@Command(name = "append", description = "durable appends through the command path, and one hot aggregate")
public final class AppendBench implements Callable<Integer> {
    private static final List<String> ALL = List.of(Outcome.FLOOR, Books.JPA_DEFAULT, Books.JDBC, Books.DAYBOOK);
    private static final List<String> HOT = List.of(Books.JDBC, Books.DAYBOOK);
    private static final List<String> LOADS = List.of("1x1", "16x1", "64x1", "1x3", "16x3");

    /** From the issue of the event path. */
    private static final List<Goal> GOALS = List.of(
            Goal.atLeastTimes(0.75, Outcome.FLOOR, "1x1", "appends_per_s"),
            Goal.atLeastTimes(1.1, Outcome.FLOOR, "16x1", "appends_per_s"),
            Goal.atLeastTimes(6, Books.JPA_DEFAULT, "16x1", "appends_per_s"),
            Goal.atMostTimes(1, Outcome.FLOOR, "16x1", "p99_us"),
            Goal.atLeastTimes(1.8, Outcome.FLOOR, "64x1", "appends_per_s"),
            Goal.atMostTimes(1, Outcome.FLOOR, "64x1", "p99_us"),
            Goal.atLeastTimes(0.9, Outcome.FLOOR, "16x3", "appends_per_s"),
            Goal.atLeastTimes(6, Books.JPA_DEFAULT, "16x3", "appends_per_s"),
            Goal.atMostTimes(1, Outcome.FLOOR, "16x3", "p99_us"),
            Goal.atLeast(20_000, HotLedger.SCENARIO, "commands_per_s"),
            Goal.atLeastTimes(8, Books.JDBC, HotLedger.SCENARIO, "commands_per_s"),
            Goal.atLeast(20_000, HotLedger.WITH_REFUSALS, "commands_per_s"));

    /** Until then the compilers of a JVM take a core of the two for themselves, and measure themselves. */
    private static final long WARM_UP_MILLIS = 12_000;

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(2, 700, 2_500);
        try (Arena arena = Arena.open("append", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(AppendSubjects.class, ALL);
            for (String load : List.of("16x3", "1x1")) {
                arena.warmUp(load, ALL, options.warmUp(WARM_UP_MILLIS));
            }
            for (String load : LOADS) {
                arena.play(load, ALL, pace, GOALS);
            }
            for (String hot : List.of(HotLedger.SCENARIO, HotLedger.WITH_REFUSALS)) {
                arena.play(hot, HOT, pace, GOALS);
            }
            arena.finish();
        }
        return 0;
    }
}
