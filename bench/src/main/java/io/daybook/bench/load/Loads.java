package io.daybook.bench.load;

import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import java.util.LinkedHashMap;
import java.util.Map;

/** A subject that loads ledgers, one after the other, which it has filled before the first turn. */
final class Loads implements Subject {
    private static final int SHORT = 50;
    private static final int SHORT_ONES = 100;
    private static final int LONG = 10_000;
    private static final int BATCH = 100;

    private final LedgerSource ledgers;
    private int next;

    Loads(LedgerSource ledgers) {
        this.ledgers = ledgers;
        for (int i = 0; i < SHORT_ONES; i++) {
            ledgers.append("short-" + i, 0, SHORT);
        }
        for (int first = 0; first < LONG; first += BATCH) {
            ledgers.append("long", first, BATCH);
        }
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        return switch (LoadScenario.named(turn.scenario())) {
            case CACHED_50 -> {
                remember();
                yield figures(repeat(turn.millis(), this::loadShort));
            }
            case NO_OP_50 -> {
                remember();
                yield figures(repeat(turn.millis(), () -> ledgers.sendNoOp(aShortOne())));
            }
            case UNCACHED_50 -> figures(repeat(turn.millis(), this::loadShortAnew));
            case LONG_10000 ->
                beside(repeat(turn.millis() / 2, this::loadShortAnew), repeat(turn.millis() / 2, this::loadLongAnew));
        };
    }

    /** What one caller does. */
    private interface Work {
        void run() throws Exception;
    }

    private static Calls repeat(long millis, Work work) throws Exception {
        return Callers.call(1, millis, caller -> work.run());
    }

    /** Not timed: what is not in memory yet is loaded into it. */
    private void remember() throws Exception {
        for (int i = 0; i < SHORT_ONES; i++) {
            loadShort();
        }
    }

    private void loadShort() throws Exception {
        ledgers.load(aShortOne());
    }

    private void loadShortAnew() throws Exception {
        ledgers.forget();
        loadShort();
    }

    private void loadLongAnew() throws Exception {
        ledgers.forget();
        ledgers.load("long");
    }

    private String aShortOne() {
        return "short-" + next++ % SHORT_ONES;
    }

    private static Map<String, Double> figures(Calls calls) {
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("loads_per_s", calls.perSecond());
        seen.put("p50_us", calls.samples().micros(0.5));
        seen.put("p99_us", calls.samples().micros(0.99));
        return seen;
    }

    private static Map<String, Double> beside(Calls shortOnes, Calls longOnes) {
        Map<String, Double> seen = figures(longOnes);
        seen.put(
                "times_a_short_one",
                longOnes.samples().micros(0.5) / shortOnes.samples().micros(0.5));
        return seen;
    }

    @Override
    public void close() {
        ledgers.close();
    }
}
