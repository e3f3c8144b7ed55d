package io.daybook.bench.append;

import io.daybook.bench.books.Books;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.bench.ledger.LedgerCommand.Open;
import io.daybook.bench.ledger.LedgerCommand.Post;
import io.daybook.domain.kernel.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One ledger that everybody posts to at once. Afterwards the log must hold exactly what was accepted. */
final class HotLedger implements Subject {
    static final String SCENARIO = "hot64";
    static final String WITH_REFUSALS = "hot64-refusals";
    private static final int CALLERS = 64;
    private static final int EVERY = 10;

    private final Books books;

    HotLedger(Books books) {
        this.books = books;
    }

    static boolean isMeant(String scenario) {
        return scenario.equals(SCENARIO) || scenario.equals(WITH_REFUSALS);
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        boolean refusals = turn.scenario().equals(WITH_REFUSALS);
        String ledger = UUID.randomUUID().toString();
        books.send(new Open(ledger, 1));
        AtomicLong sent = new AtomicLong();
        AtomicLong accepted = new AtomicLong(1);
        Calls calls = Callers.call(CALLERS, turn.millis(), books.requests(), caller -> {
            boolean acceptable = !refusals || sent.incrementAndGet() % EVERY != 0;
            post(new Post(ledger, 1, acceptable), accepted);
        });
        long written = books.store().lastSequenceNumberFor(ledger).orElseThrow() + 1;
        if (written != accepted.get()) {
            throw new IllegalStateException(accepted + " entries were accepted and " + written + " are there");
        }
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("commands_per_s", calls.perSecond());
        seen.put("p50_us", calls.samples().micros(0.5));
        seen.put("p99_us", calls.samples().micros(0.99));
        return seen;
    }

    private void post(Post post, AtomicLong accepted) {
        try {
            books.send(post);
        } catch (RuntimeException e) {
            if (!post.acceptable() && isRefusal(e)) {
                return;
            }
            throw e;
        }
        accepted.incrementAndGet();
    }

    /** Stock Axon wraps it. */
    private static boolean isRefusal(Throwable e) {
        return e instanceof Refused || (e.getCause() != null && isRefusal(e.getCause()));
    }
}
