package io.daybook.bench.append;

import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** A subject that appends to new aggregates. */
interface Appends extends Subject {
    /**
     * Appends the first events of a new aggregate; they are durable when this returns.
     *
     * @param writer from 0; never at work twice at once
     */
    void append(int writer, String aggregateId, int events) throws Exception;

    /** Makes the writers' threads. */
    default ThreadFactory threads() {
        return Executors.defaultThreadFactory();
    }

    @Override
    default Map<String, Double> play(Turn turn) throws Exception {
        Load load = Load.named(turn.scenario());
        Calls calls = Callers.call(
                load.writers(),
                turn.millis(),
                threads(),
                writer -> append(writer, UUID.randomUUID().toString(), load.events()));
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("appends_per_s", calls.perSecond());
        seen.put("events_per_s", calls.perSecond() * load.events());
        seen.put("p50_us", calls.samples().micros(0.5));
        seen.put("p99_us", calls.samples().micros(0.99));
        return seen;
    }
}
