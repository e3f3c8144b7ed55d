package io.daybook.bench.shop;

import io.daybook.bench.harness.Figure;
import io.daybook.bench.harness.Report;
import io.daybook.bench.harness.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fresh the views are under load: orders at a steady rate, and for each the time from sending the command until a read that
 * waits for it was answered: by the product card (Redis) and by a search (Elasticsearch). The command itself and two HTTP requests
 * are inside every figure, so the views are at least as fresh as it says.
 */
@Command(name = "freshness", description = "command to card and command to search under a steady rate of orders")
public final class FreshnessBench implements Callable<Integer> {
    private static final int SKUS = 200;
    private static final long CENTS = 1_000;

    @Option(names = "--url", description = "the program's address (default: ${DEFAULT-VALUE})")
    URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--rate", description = "orders per second (default: ${DEFAULT-VALUE})")
    int rate = 50;

    @Option(names = "--seconds", description = "length of a round (default: ${DEFAULT-VALUE})")
    int seconds = 10;

    @Option(names = "--rounds", description = "rounds after one that is not counted (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--json", description = "also write the figures to this file")
    @Nullable
    Path json;

    private record Round(Samples command, Samples card, Samples search) {}

    @Override
    public Integer call() throws Exception {
        List<Round> counted = new ArrayList<>();
        try (Shop shop = new Shop(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String run = Long.toString(System.currentTimeMillis(), 36);
            for (int i = 0; i < SKUS; i++) {
                shop.list("bench-" + run + "-" + i, CENTS);
                shop.receive("bench-" + run + "-" + i, "bench", 1_000_000);
            }
            for (int round = -1; round < rounds; round++) {
                Round r = run(shop, threads, run);
                if (round >= 0) {
                    counted.add(r);
                }
            }
        }
        Report report = new Report();
        for (double share : new double[] {0.5, 0.99}) {
            String metric = "p" + Math.round(share * 100) + "_ms";
            report.add(figure("command", metric, counted, r -> r.command().millis(share)));
            report.add(figure("command to card", metric, counted, r -> r.card().millis(share)));
            report.add(
                    figure("command to search", metric, counted, r -> r.search().millis(share)));
        }
        report.print(System.out);
        report.write(json);
        return 0;
    }

    private static Figure figure(
            String scenario, String metric, List<Round> rounds, java.util.function.ToDoubleFunction<Round> value) {
        return Figure.of(scenario, metric, rounds.stream().mapToDouble(value).toArray());
    }

    private Round run(Shop shop, ExecutorService threads, String run) throws Exception {
        Round round = new Round(new Samples(), new Samples(), new Samples());
        List<Future<?>> waiting = new ArrayList<>();
        long start = System.nanoTime();
        for (int n = 0; n < rate * seconds; n++) {
            long due = start + n * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            String sku = "bench-" + run + "-" + n % SKUS;
            // Every second order watches the card, the others the search, so that one read never warms the other.
            boolean card = n % 2 == 0;
            waiting.add(threads.submit(() -> order(shop, sku, card, round)));
        }
        for (Future<?> one : waiting) {
            one.get();
        }
        return round;
    }

    private static void order(Shop shop, String sku, boolean card, Round round) {
        long start = System.nanoTime();
        String token = shop.order(sku, CENTS);
        round.command().add(System.nanoTime() - start);
        if (card) {
            shop.getOnceSeen("/products/" + sku + "?readAfter=" + token);
            round.card().add(System.nanoTime() - start);
        } else {
            shop.getOnceSeen("/products?size=1&facets=false&q=" + sku + "&readAfter=" + token);
            round.search().add(System.nanoTime() - start);
        }
    }
}
