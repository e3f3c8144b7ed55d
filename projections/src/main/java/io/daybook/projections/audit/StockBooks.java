package io.daybook.projections.audit;

import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The accounts of all items as of one position of the log, in memory: some hundred bytes an item, and as many a promise. */
final class StockBooks {
    private static final String LOG = "log";
    private static final int PAGE = 1_000;
    private static final int MOST_ORDERS = 20;

    private final Map<String, ItemAccount> accounts = new TreeMap<>();
    private final EventLog log;
    private long position;
    private long events;

    StockBooks(EventLog log) {
        this.log = log;
    }

    /** Reads all up to the position; what is wrong goes to the findings. */
    void keep(long upTo, Findings findings, LongConsumer passed) throws InterruptedException {
        while (position < upTo) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<RecordedEvent> page = log.read(position, upTo, PAGE);
            page.forEach(recorded -> hear(recorded, findings));
            position = page.isEmpty() ? upTo : page.getLast().position();
            passed.accept(position);
        }
        accounts.forEach((item, account) -> account.unsaid().forEach(what -> findings.add(LOG, item, what)));
    }

    private void hear(RecordedEvent recorded, Findings findings) {
        if (recorded.event() instanceof InventoryEvent event) {
            events++;
            accounts.computeIfAbsent(recorded.aggregateId(), item -> new ItemAccount())
                    .hear(recorded, event)
                    .forEach(what -> findings.add(LOG, recorded.aggregateId(), place(recorded) + " " + what));
        }
    }

    private static String place(RecordedEvent recorded) {
        return "position " + recorded.position() + ", " + recorded.type() + ", sequence " + recorded.sequence() + ":";
    }

    /** The item's account after the event with the sequence, also a later one; null if the log has no such event. */
    @Nullable
    ItemAccount at(String item, long sequence) {
        ItemAccount account = accounts.get(item);
        if (account != null && account.sequence() == sequence) {
            return account;
        }
        ItemAccount then = new ItemAccount();
        for (RecordedEvent recorded : log.ofAggregate(item, 0, sequence)) {
            if (recorded.event() instanceof InventoryEvent event) {
                then.hear(recorded, event);
            }
        }
        return then.sequence() == sequence ? then : null;
    }

    /** Sequence of the item's last event, -1 if the log knows no such item up to the position. */
    long sequence(String item) {
        ItemAccount account = accounts.get(item);
        return account == null ? -1 : account.sequence();
    }

    Set<String> items() {
        return accounts.keySet();
    }

    long events() {
        return events;
    }

    List<Shortfall> shortfalls() {
        List<Shortfall> found = new ArrayList<>();
        accounts.forEach((item, account) -> {
            if (account.missing() > 0 && found.size() < Findings.MOST) {
                found.add(new Shortfall(item, account.missing(), account.orders(MOST_ORDERS)));
            }
        });
        return found;
    }
}
