package io.daybook.bench.fulfilment;

import io.daybook.bench.fulfilment.Course.Step;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Metronome;
import io.daybook.bench.harness.Samples;
import io.daybook.bench.harness.Spread;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.servers.Arena;
import io.daybook.bench.shop.Shop;
import io.daybook.devservers.Addresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whole orders over HTTP: a buyer checks out and pays, the order is authorised at the sandbox and looked at for fraud, confirmed,
 * shipped by a second request, and its money captured. One process does it all, and keeps the views besides.
 *
 * <p>At {@code peak} a fixed number of orders is on the way, and the next one begins when one has been captured, so that nothing piles
 * up; {@code half-of-peak} begins orders at half the rate of the median peak, whatever becomes of them.
 */
final class PaidOrders implements Subject {
    static final String PEAK = "peak";
    static final String HALF = "half-of-peak";

    private static final int ON_THE_WAY = 64;
    private static final int SKUS = 200;
    private static final long CENTS = 1_000;
    private static final String KEY = "sk_test_bench";
    private static final String SECRET = "whsec_bench";

    private final ServedShop program;
    private final Shop shop;
    private final Courses courses;
    /** Of all that takes part, by name; {@code bench} is whoever buys and watches. */
    private final Map<String, Long> pids;

    private final int rounds;

    private final List<Double> peaks = new ArrayList<>();

    private PaidOrders(ServedShop program, Shop shop, Courses courses, Map<String, Long> pids, int rounds) {
        this.rounds = rounds;
        this.pids = pids;
        this.program = program;
        this.shop = shop;
        this.courses = courses;
    }

    /**
     * Starts the program and fills its shelves.
     *
     * @param rounds of peak that count
     */
    static PaidOrders open(Arena arena, int rounds) throws Exception {
        Addresses at = arena.addresses().withDatabase("whole_orders");
        ServedShop program = ServedShop.start(arena.folder("whole-orders"), settings(at));
        Shop shop = new Shop(program.url());
        tellTheBank(at.paymentsUrl(), program.url());
        for (int i = 0; i < SKUS; i++) {
            shop.list(sku(i), CENTS);
            shop.receive(sku(i), "bench", 1_000_000);
        }
        Map<String, Long> pids = new LinkedHashMap<>(Map.of("program", program.pid()));
        pids.putAll(arena.pids());
        pids.put("bench", ProcessHandle.current().pid());
        return new PaidOrders(program, shop, new Courses(at), pids, rounds);
    }

    private static Map<String, String> settings(Addresses at) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", at.jdbcUrl());
        settings.put("spring.datasource.username", at.jdbcUser());
        settings.put("spring.datasource.password", at.jdbcPassword());
        settings.put("spring.kafka.bootstrap-servers", at.kafkaBootstrap());
        settings.put("daybook.redis.uri", at.redisUri());
        settings.put("daybook.elasticsearch.url", at.elasticsearchUrl());
        settings.put("daybook.payments.provider", "stripe");
        settings.put("daybook.payments.stripe.url", at.paymentsUrl());
        settings.put("daybook.payments.stripe.secret-key", KEY);
        settings.put("daybook.payments.stripe.webhook-secret", SECRET);
        return settings;
    }

    private static void tellTheBank(String bank, URI program) throws Exception {
        HttpRequest endpoint = HttpRequest.newBuilder(URI.create(bank + "/sandbox/endpoint"))
                .header("Authorization", "Bearer " + KEY)
                .POST(BodyPublishers.ofString("url=" + program + "/webhooks/stripe&secret=" + SECRET))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(endpoint, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the sandbox takes no endpoint: " + status);
            }
        }
    }

    private static String sku(int number) {
        return "whole-" + number;
    }

    /** How long each part took, over the orders of one turn. */
    private static final class Times {
        private final Map<String, Samples> parts = new LinkedHashMap<>();

        Times() {
            for (String part : List.of(
                    "checkout_call",
                    "placed_to_cleared",
                    "placed_to_authorised",
                    "last_fact_to_confirmed",
                    "placed_to_confirmed",
                    "shipment_call",
                    "shipped_to_captured",
                    "whole")) {
                parts.put(part, new Samples());
            }
        }

        void add(String part, long nanos) {
            of(part).add(nanos);
        }

        private Samples of(String part) {
            Samples samples = parts.get(part);
            if (samples == null) {
                throw new IllegalArgumentException(part);
            }
            return samples;
        }

        /** How many went all the way. */
        int orders() {
            return of("whole").count();
        }

        void addTo(Map<String, Double> seen) {
            parts.forEach((part, samples) -> {
                seen.put(part + "_p50_ms", samples.millis(0.5));
                seen.put(part + "_p99_ms", samples.millis(0.99));
            });
        }
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Times times = new Times();
        CpuTimes before = CpuTimes.of(pids);
        Map<String, Double> seen = new LinkedHashMap<>();
        if (turn.scenario().equals(PEAK)) {
            Calls calls = Callers.call(ON_THE_WAY, turn.millis(), caller -> one(times));
            peaks.add(calls.perSecond());
            seen.put("orders_per_s", calls.perSecond());
        } else {
            int rate = Math.max(1, (int) Math.round(medianPeak() / 2));
            int begun = Metronome.beat(rate, turn.millis(), () -> one(times));
            seen.put("orders_per_s", begun * 1e3 / turn.millis());
        }
        times.addTo(seen);
        CpuTimes.of(pids)
                .perOrderSince(before, times.orders())
                .forEach((name, millis) -> seen.put("cpu_of_" + name + "_ms", millis));
        return seen;
    }

    private double medianPeak() {
        return Spread.of(peaks.stream()
                        .skip(Math.max(0, peaks.size() - rounds))
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .median();
    }

    private void one(Times times) throws Exception {
        String order = UUID.randomUUID().toString();
        Course course = courses.of(order);
        long begun = System.nanoTime();
        shop.checkOut(order, sku(ThreadLocalRandom.current().nextInt(SKUS)), CENTS, "pm_card_visa");
        times.add("checkout_call", System.nanoTime() - begun);
        course.await(Step.CONFIRMED);
        long toShip = System.nanoTime();
        shop.post("/orders/" + order + "/shipments", Map.of("id", "s"));
        times.add("shipment_call", System.nanoTime() - toShip);
        course.await(Step.CAPTURED);
        times.add("whole", System.nanoTime() - begun);
        times.add("placed_to_cleared", course.between(Step.PLACED, Step.CLEARED));
        times.add("placed_to_authorised", course.between(Step.PLACED, Step.AUTHORISED));
        times.add("last_fact_to_confirmed", course.fromLastFactTo(Step.CONFIRMED));
        times.add("placed_to_confirmed", course.between(Step.PLACED, Step.CONFIRMED));
        times.add("shipped_to_captured", course.between(Step.SHIPPED, Step.CAPTURED));
        courses.forget(order);
    }

    @Override
    public void close() {
        courses.close();
        shop.close();
        program.close();
    }
}
