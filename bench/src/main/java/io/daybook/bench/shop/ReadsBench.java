package io.daybook.bench.shop;

import io.daybook.bench.harness.Figure;
import io.daybook.bench.harness.Report;
import io.daybook.bench.harness.Samples;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How long search and product card take over HTTP, one request at a time, on whatever catalogue the program holds. */
@Command(name = "reads", description = "search and product card over HTTP on the running program's catalogue")
public final class ReadsBench implements Callable<Integer> {
    @Option(names = "--url", description = "the program's address (default: ${DEFAULT-VALUE})")
    URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--rounds", description = "rounds (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--requests", description = "requests per kind and round (default: ${DEFAULT-VALUE})")
    int requests = 400;

    @Option(names = "--json", description = "also write the figures to this file")
    @Nullable
    Path json;

    @Override
    public Integer call() {
        try (Shop shop = new Shop(url)) {
            List<String> words = new ArrayList<>();
            List<String> skus = new ArrayList<>();
            sample(shop, words, skus);
            double[] search = new double[rounds];
            double[] facets = new double[rounds];
            double[] card = new double[rounds];
            Random random = new Random(1);
            for (int round = -1; round < rounds; round++) {
                double s = p95(() -> shop.get("/products?q=" + pick(words, random)));
                double f = p95(() -> shop.get("/products?inStock=false&sort=price&q=" + pick(words, random)));
                double c = p95(() -> shop.get("/products/" + pick(skus, random)));
                if (round >= 0) {
                    search[round] = s;
                    facets[round] = f;
                    card[round] = c;
                }
            }
            Report report = new Report();
            report.add(Figure.of("search", "p95_ms", search));
            report.add(Figure.of("search, by price", "p95_ms", facets));
            report.add(Figure.of("card", "p95_ms", card));
            report.print(System.out);
            report.write(json);
        }
        return 0;
    }

    /** Words of titles that are really there, so that every search has something to find. */
    private static void sample(Shop shop, List<String> words, List<String> skus) {
        for (String seed : List.of("a", "pro", "black", "hp", "usb", "cable", "case", "tea", "lamp", "shirt")) {
            for (JsonNode hit : shop.get("/products?size=50&q=" + seed).path("hits")) {
                skus.add(hit.path("sku").asString());
                for (String word : hit.path("title").asString().split("\\W+", -1)) {
                    if (word.length() > 2) {
                        words.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        if (skus.isEmpty()) {
            throw new IllegalStateException("the catalogue answers nothing to search for: load one first");
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private double p95(Runnable request) {
        Samples samples = new Samples();
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request.run();
            samples.add(System.nanoTime() - start);
        }
        return samples.millis(0.95);
    }
}
