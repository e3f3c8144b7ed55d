package io.daybook.bench.forward;

import io.daybook.bench.harness.Samples;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import java.util.Map;

/** A carrier's turns: a backlog, or so many entries a second, each followed until somebody has read it. */
final class Carriage implements Subject {
    static final String BACKLOG = "backlog";
    private static final String A_SECOND = "/s";
    private static final int BACKLOG_ENTRIES = 60_000;

    private final Carrier carrier;
    private final Reader reader;
    private int next;

    Carriage(Carrier carrier, Reader reader) {
        this.carrier = carrier;
        this.reader = reader;
    }

    static String paced(int perSecond) {
        return perSecond + A_SECOND;
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        if (turn.scenario().equals(BACKLOG)) {
            double perSecond = carrier.carry(next, BACKLOG_ENTRIES, turn.millis());
            next += BACKLOG_ENTRIES;
            return Map.of("events_per_s", perSecond);
        }
        int perSecond = Integer.parseInt(turn.scenario().replace(A_SECOND, ""));
        int entries = (int) (perSecond * turn.millis() / 1_000);
        Samples samples = reader.follow(carrier, next, entries, perSecond);
        next += entries;
        return Map.of("p50_ms", samples.millis(0.5), "p99_ms", samples.millis(0.99));
    }

    @Override
    public void close() {
        reader.close();
        carrier.close();
    }
}
