package io.daybook.projections.audit;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.history.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the whole log and compares every view that shows stock, in the generation that answers. The shop may go on meanwhile. */
final class StockAudit {
    /** Is told how many positions of the log were read, and how many there are. */
    interface Passed {
        void at(long read, long toRead);
    }

    private final List<View<?>> views;
    private final Serving serving;
    private final EventLog log;
    private final Duration patience;

    /** @param patience how long a view may be behind before it is wrong */
    StockAudit(List<View<?>> views, Serving serving, EventLog log, Duration patience) {
        this.views = views.stream().filter(ViewCheck::showsStock).toList();
        this.serving = serving;
        this.log = log;
        this.patience = patience;
    }

    StockReport run(Passed passed) throws InterruptedException {
        var _ = log.confirmedLogId();
        long head = log.head();
        Findings findings = new Findings();
        StockBooks books = new StockBooks(log);
        books.keep(head, findings, read -> passed.at(read, head));
        Map<String, Long> rows = new TreeMap<>();
        for (View<?> view : views) {
            rows.put(view.name(), check(view, books, findings));
        }
        return new StockReport(
                head,
                books.events(),
                books.items().size(),
                rows,
                findings.count(),
                findings.first(),
                books.shortfalls());
    }

    private long check(View<?> view, StockBooks books, Findings findings) throws InterruptedException {
        serving.refresh();
        Optional<Generation> answering = serving.answering(view.name(), view.version());
        if (answering.isEmpty()) {
            findings.add(view.name(), "", "no generation answers");
            return 0;
        }
        return new ViewCheck<>(view, answering.get().number(), books, findings).run(patience);
    }
}
