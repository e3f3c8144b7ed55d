package io.daybook.bench.growth;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.ledger.LedgerCommand.Open;
import io.daybook.devservers.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Grows to the size that a turn names, and then does the three things in a third of the turn each. */
final class GrowingLog implements Subject {
    static final int WRITERS = 16;

    private final Books books;
    private final LongLog log;

    GrowingLog(Books books, Addresses servers) {
        this.books = books;
        log = new LongLog(servers);
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        long events = LongLog.events(turn.scenario());
        log.fillTo(events);
        long part = turn.millis() / 3;
        Calls appends = Callers.call(
                WRITERS,
                part,
                books.requests(),
                writer -> books.send(new Open(UUID.randomUUID().toString(), 1)));
        Calls loads = Callers.call(1, part, caller -> load(events));
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("appends_per_s", appends.perSecond());
        seen.put("append_p99_us", appends.samples().micros(0.99));
        seen.put("loads_per_s", loads.perSecond());
        seen.put("load_p99_us", loads.samples().micros(0.99));
        seen.put("replayed_per_s", replay(events, part));
        return seen;
    }

    /** One of all ledgers, so that young and old parts of the log have their share. */
    private void load(long events) {
        long any = ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
        long read = books.store()
                .readEvents(LongLog.ledger(any, events))
                .asStream()
                .map(DomainEventMessage::getPayload)
                .toList()
                .size();
        if (read != LongLog.STORY) {
            throw new IllegalStateException("a ledger of " + LongLog.STORY + " entries has " + read);
        }
    }

    /** From anywhere in the log, decoded. */
    private double replay(long events, long millis) throws InterruptedException {
        long from = ThreadLocalRandom.current().nextLong(Math.max(1, events / 2));
        long count = 0;
        long start = System.nanoTime();
        long length = TimeUnit.MILLISECONDS.toNanos(millis);
        try (BlockingStream<TrackedEventMessage<?>> stream =
                books.store().openStream(new GlobalSequenceTrackingToken(from))) {
            while (System.nanoTime() - start < length && stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                stream.nextAvailable().getPayload();
                count++;
            }
        }
        return count * 1e9 / (System.nanoTime() - start);
    }
}
