package io.daybook.bench.fulfilment;

import io.daybook.bench.harness.Goal;
import io.daybook.bench.harness.Outcome;
import io.daybook.bench.harness.Pace;
import io.daybook.bench.servers.Arena;
import io.daybook.bench.servers.Options;
import io.daybook.devservers.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench fulfilment}. */
@Command(name = "fulfilment", description = "one hot SKU at the command gateway; whole orders over HTTP")
public final class FulfilmentBench implements Callable<Integer> {
    private static final List<String> HOT = List.of(Outcome.FLOOR, HotShop.DAYBOOK);
    private static final List<String> DAYBOOK = List.of(HotShop.DAYBOOK);

    /** From the issue of fulfilment. */
    private static final List<Goal> GOALS = List.of(
            Goal.atLeast(1_000, HotShop.ACCEPTED, "accepted_per_s"),
            Goal.atLeast(2_000, HotShop.SALE, "decisions_per_s"),
            Goal.atLeast(1_000, HotShop.SALE, "accepted_per_s"),
            Goal.atMost(150, PaidOrders.HALF, "placed_to_confirmed_p50_ms"),
            Goal.atMost(1_000, PaidOrders.HALF, "placed_to_confirmed_p99_ms"));

    /** Until then the compilers of a JVM take a core of the two for themselves. */
    private static final long WARM_UP_MILLIS = 15_000;

    @Mixin
    Options options = new Options();

    @Override
    public Integer call() throws Exception {
        boolean hot = options.wants(HotShop.ACCEPTED) || options.wants(HotShop.SALE);
        // half is half of a peak that was found in the same run
        boolean whole = options.wants(PaidOrders.PEAK) || options.wants(PaidOrders.HALF);
        Set<Kind> kinds = whole ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.POSTGRESQL);
        try (Arena arena = Arena.open("fulfilment", options, kinds)) {
            if (hot) {
                playHot(arena);
            }
            if (whole) {
                playWhole(arena);
            }
            arena.finish();
        }
        return 0;
    }

    private void playHot(Arena arena) throws Exception {
        Pace pace = options.pace(1, 3_000, 8_000);
        arena.enter(HotSubjects.class, HOT);
        arena.warmUp(HotShop.ACCEPTED, HOT, options.warmUp(WARM_UP_MILLIS));
        arena.play(HotShop.ACCEPTED, HOT, pace, GOALS);
        arena.play(HotShop.SALE, DAYBOOK, pace, GOALS);
        arena.leave();
    }

    private void playWhole(Arena arena) throws Exception {
        Pace pace = options.pace(1, 6_000, 15_000);
        arena.enter(HotShop.DAYBOOK, PaidOrders.open(arena, pace.rounds()));
        arena.warmUp(PaidOrders.PEAK, DAYBOOK, options.warmUp(WARM_UP_MILLIS));
        arena.play(PaidOrders.PEAK, DAYBOOK, pace, GOALS);
        arena.play(PaidOrders.HALF, DAYBOOK, pace, GOALS);
    }
}
