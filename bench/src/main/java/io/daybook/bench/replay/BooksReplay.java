package io.daybook.bench.replay;

import io.daybook.bench.books.Books;
import io.daybook.bench.books.Reading;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.ledger.LedgerCommand.Open;
import java.util.Map;
import java.util.UUID;

/** A program that reads its own log through a real pooled processor, from the first event. */
final class BooksReplay implements Subject {
    private static final int BATCH = 100;
    private static final long PATIENCE_SECONDS = 120;

    private final Books books;
    private final int events;

    BooksReplay(Books books, int events) {
        this.books = books;
        this.events = events;
        for (int written = 0; written < events; written += BATCH) {
            books.send(new Open(UUID.randomUUID().toString(), BATCH));
        }
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Handler handler = new Handler(events, ReplaySubjects.nanosEach(turn.scenario()));
        try (Reading _ = Reading.fromTail(books, handler)) {
            return Map.of("events_per_s", handler.await(PATIENCE_SECONDS));
        }
    }

    @Override
    public void close() {
        books.close();
    }
}
