package io.daybook.bench.forward;

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

/** {@code bench forward}. */
@Command(name = "forward", description = "events into Kafka: a backlog, 2,000 a second, and 50 a second")
public final class ForwardBench implements Callable<Integer> {
    private static final List<String> ALL = List.of(Outcome.FLOOR, ForwardSubjects.AXON_KAFKA, ForwardSubjects.DAYBOOK);
    /** The other cannot keep up. */
    private static final List<String> FAST = List.of(Outcome.FLOOR, ForwardSubjects.DAYBOOK);

    private static final String BUSY = Carriage.paced(2_000);
    private static final String IDLE = Carriage.paced(50);

    /** From the issue of the event path. */
    private static final List<Goal> GOALS = List.of(
            Goal.atLeast(30_000, Carriage.BACKLOG, "events_per_s"),
            Goal.atLeastTimes(20, ForwardSubjects.AXON_KAFKA, Carriage.BACKLOG, "events_per_s"),
            Goal.atMost(50, BUSY, "p99_ms"));

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(1, 2_000, 4_000);
        try (Arena arena = Arena.open("forward", options, EnumSet.of(Kind.POSTGRESQL, Kind.KAFKA))) {
            arena.enter(ForwardSubjects.class, ALL);
            arena.warmUp(Carriage.BACKLOG, ALL, pace.millis());
            arena.play(Carriage.BACKLOG, ALL, pace, GOALS);
            arena.play(BUSY, FAST, pace, GOALS);
            arena.play(IDLE, FAST, pace, GOALS);
            arena.finish();
        }
        return 0;
    }
}
