package io.daybook.bench.order;

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

/** {@code bench order}. */
@Command(name = "order", description = "ways to let no reader skip an event: head row, advisory lock, transaction ids")
public final class OrderBench implements Callable<Integer> {
    private static final List<String> ALL =
            List.of(Outcome.FLOOR, OrderedTable.HEAD_ROW, OrderedTable.ADVISORY_LOCK, OrderedTable.HORIZON);

    /** Committers, as many as processes append at once, times the events that one commit carries. */
    private static final List<String> LOADS = List.of("1x1", "1x16", "3x1", "3x16", "8x4");

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(2, 700, 2_000);
        try (Arena arena = Arena.open("order", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(OrderSubjects.class, ALL);
            for (String load : LOADS) {
                arena.play(load, ALL, pace, List.of());
            }
            arena.finish();
        }
        return 0;
    }
}
