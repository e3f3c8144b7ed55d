package io.daybook.bench.replay;

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

/** {@code bench replay}. A turn is the whole log, however long it takes. */
@Command(name = "replay", description = "the whole log through a real pooled processor")
public final class ReplayBench implements Callable<Integer> {
    private static final List<String> ALL = List.of(Outcome.FLOOR, Books.JPA_DEFAULT, Books.JDBC, Books.DAYBOOK);

    /** From the issue of the event path. */
    private static final List<Goal> GOALS = List.of(
            Goal.atLeastTimes(0.6, Outcome.FLOOR, ReplaySubjects.NO_OP, "events_per_s"),
            Goal.atLeastTimes(50, Books.JPA_DEFAULT, ReplaySubjects.NO_OP, "events_per_s"),
            Goal.atLeast(40_000, ReplaySubjects.TEN_MICROS, "events_per_s"));

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(2, 0, 0);
        try (Arena arena = Arena.open("replay", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(ReplaySubjects.class, ALL);
            arena.play(ReplaySubjects.NO_OP, ALL, pace, GOALS);
            arena.play(ReplaySubjects.TEN_MICROS, ALL, pace, GOALS);
            arena.finish();
        }
        return 0;
    }
}
