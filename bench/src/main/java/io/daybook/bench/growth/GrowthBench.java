package io.daybook.bench.growth;

import io.daybook.bench.books.Books;
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

/**
 * {@code bench growth}. The log is filled to a size and measured, then filled to the next. The floor beside it does not grow: it says
 * how the machine was at the time.
 */
@Command(
        name = "growth",
        description = "appending, loading and replaying while the log grows from 1 to 20 million events")
public final class GrowthBench implements Callable<Integer> {
    private static final List<String> ALL = List.of(Outcome.FLOOR, Books.DAYBOOK);
    private static final List<String> SIZES = List.of("1M", "5M", "10M", "20M");
    private static final List<String> QUICK_SIZES = List.of("500k", "1M", "2M");

    private static final long WARM_UP_MILLIS = 30_000;

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        Pace pace = options.pace(1, 600, 2_000);
        try (Arena arena = Arena.open("growth", options, EnumSet.of(Kind.POSTGRESQL))) {
            arena.enter(GrowthSubjects.class, ALL);
            List<String> sizes = options.quick() ? QUICK_SIZES : SIZES;
            arena.warmUp(sizes.getFirst(), ALL, options.warmUp(WARM_UP_MILLIS));
            for (String size : sizes) {
                arena.play(size, ALL, pace, List.of());
            }
            arena.finish();
        }
        return 0;
    }
}
