package io.daybook.bench.replay;

import io.daybook.bench.floor.FloorTable;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.util.Map;
import java.util.UUID;

/** The floor: keyset pages of the plain table, each row decoded, on one thread. */
final class FloorReplay implements Subject {
    private static final int PAGE = 1_000;
    private static final int BATCH = 500;

    private final FloorTable table;
    private final int events;

    FloorReplay(Addresses servers, int events) {
        this.events = events;
        FloorTable.create(servers);
        table = new FloorTable(servers);
        for (int written = 0; written < events; written += BATCH) {
            table.append(UUID.randomUUID().toString(), 0, BATCH);
        }
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Handler handler = new Handler(events, ReplaySubjects.nanosEach(turn.scenario()));
        table.readAll(PAGE, handler::on);
        return Map.of("events_per_s", handler.await(0));
    }

    @Override
    public void close() {
        table.close();
    }
}
