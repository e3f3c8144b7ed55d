package io.daybook.bench.wakeup;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.util.Map;

/** The same program once more, in a process of its own, that only watches. Driven by the appending process. */
public final class Elsewhere implements Subjects {
    static final Turn START = new Turn("start", 0);
    static final Turn AWAIT_GREETING = new Turn("await greeting", 0);

    /** @param events that were appended */
    static Turn finish(int events) {
        return new Turn("finish", events);
    }

    @Override
    public Subject open(String name, Addresses servers) throws Exception {
        Books books = Books.open(name, servers, null);
        Watcher watcher = new Watcher(books);
        return new Subject() {
            @Override
            public Map<String, Double> play(Turn turn) {
                if (turn.equals(START)) {
                    watcher.start();
                } else if (turn.equals(AWAIT_GREETING)) {
                    watcher.awaitGreeting();
                } else {
                    return watcher.finish((int) turn.millis());
                }
                return Map.of();
            }

            @Override
            public void close() {
                watcher.stop();
                books.close();
            }
        };
    }
}
