package io.daybook.projections.audit;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.history.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audits of this node, one at a time. They only read. */
public final class StockAudits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StockAudits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StockAudit audit;
    private @Nullable Thread thread;
    private volatile @Nullable State latest;

    /**
     * Of an audit.
     *
     * @param toRead positions of the log; 0 before it is known
     * @param report null until it is done
     * @param failure why it could not be done; null unless that is so
     */
    public record State(
            long read,
            long toRead,
            @Nullable StockReport report,
            @Nullable String failure) {
        public boolean ended() {
            return report != null || failure != null;
        }
    }

    public StockAudits(List<View<?>> views, Serving serving, EventLog log) {
        this(new StockAudit(views, serving, log, PATIENCE));
    }

    StockAudits(StockAudit audit) {
        this.audit = audit;
    }

    /** Begins one, or attaches to the one that runs. */
    public synchronized State start() {
        State before = latest;
        if (before != null && !before.ended()) {
            return before;
        }
        State begun = new State(0, 0, null, null);
        latest = begun;
        thread = Thread.ofPlatform().daemon().name("stock-audit").start(this::run);
        return begun;
    }

    /** The one that runs, or else the last that did on this node. */
    public Optional<State> latest() {
        return Optional.ofNullable(latest);
    }

    private void run() {
        try {
            StockReport report = audit.run((read, toRead) -> latest = new State(read, toRead, null, null));
            latest = new State(report.position(), report.position(), report, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            latest = new State(0, 0, null, "the program stopped");
        } catch (RuntimeException e) {
            LOG.error("stock could not be verified", e);
            latest = new State(0, 0, null, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
