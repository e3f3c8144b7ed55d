package io.daybook.bench;

import io.daybook.bench.append.AppendBench;
import io.daybook.bench.forward.ForwardBench;
import io.daybook.bench.fulfilment.FulfilmentBench;
import io.daybook.bench.growth.GrowthBench;
import io.daybook.bench.load.LoadBench;
import io.daybook.bench.order.OrderBench;
import io.daybook.bench.replay.ReplayBench;
import io.daybook.bench.shop.FreshnessBench;
import io.daybook.bench.shop.ReadsBench;
import io.daybook.bench.wakeup.WakeupBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./daybook bench …}: entry point of all measurements. */
@Command(
        name = "bench",
        description = "Measures Daybook and says what it saw.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AppendBench.class,
            LoadBench.class,
            ReplayBench.class,
            WakeupBench.class,
            ForwardBench.class,
            OrderBench.class,
            GrowthBench.class,
            FulfilmentBench.class,
            ReadsBench.class,
            FreshnessBench.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
