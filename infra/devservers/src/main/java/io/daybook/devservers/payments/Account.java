package io.daybook.devservers.payments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that belongs to one secret key. Whoever uses it holds its monitor. Changes are gathered and written to the journal by
 * {@link #commit}, before anybody is told of them.
 */
final class Account {

    private final String key;
    private final Journal journal;
    private final Clock clock;
    private final Plan plan = new Plan();
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Saved> saved = new HashMap<>();
    private final Map<String, Notice> waiting = new LinkedHashMap<>();
    private final Set<String> inUse = new HashSet<>();
    private final List<Journal.Line> unwritten = new ArrayList<>();
    private @Nullable Endpoint endpoint;

    Account(String key, Journal journal, Clock clock) {
        this.key = key;
        this.journal = journal;
        this.clock = clock;
    }

    String key() {
        return key;
    }

    Plan plan() {
        return plan;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    long nowMillis() {
        return clock.millis();
    }

    static String newId(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    Intent intent(String id) {
        Intent found = intents.get(id);
        if (found == null) {
            throw Refusal.unknown("payment_intent", id);
        }
        return found;
    }

    Refund refund(String id) {
        Refund found = refunds.get(id);
        if (found == null) {
            throw Refusal.unknown("refund", id);
        }
        return found;
    }

    /** The oldest first. */
    List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    /** The oldest first. */
    List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    void put(Intent intent) {
        intents.put(intent.id(), intent);
        note("intent", intent.row());
    }

    void put(Refund refund) {
        refunds.put(refund.id(), refund);
        note("refund", refund.row());
    }

    @Nullable
    Saved saved(String idempotencyKey) {
        Saved found = saved.get(idempotencyKey);
        return found == null || found.at() + Saved.KEPT_SECONDS < now() ? null : found;
    }

    void save(Saved answer) {
        saved.put(answer.key(), answer);
        note("answer", answer.row());
    }

    /** @return false if a request with this key is being carried out */
    boolean occupy(String idempotencyKey) {
        return inUse.add(idempotencyKey);
    }

    void release(String idempotencyKey) {
        inUse.remove(idempotencyKey);
    }

    @Nullable
    Endpoint endpoint() {
        return endpoint;
    }

    void sendTo(Endpoint where) {
        endpoint = where;
        note("endpoint", where.row());
    }

    void add(Notice notice) {
        waiting.put(notice.id(), notice);
        note("notice", notice.row());
    }

    /** It was delivered, or never will be. */
    void forget(Notice notice) {
        waiting.remove(notice.id());
        note("sent", new Form(Map.of("id", notice.id())));
    }

    List<Notice> waiting() {
        return List.copyOf(waiting.values());
    }

    void commit() {
        if (!unwritten.isEmpty()) {
            journal.write(unwritten);
            unwritten.clear();
        }
    }

    private void note(String kind, Form form) {
        unwritten.add(new Journal.Line(key, kind, form));
    }

    void restore(Journal.Line line) {
        switch (line.kind()) {
            case "intent" -> put(Intent.of(line.form()));
            case "refund" -> put(Refund.of(line.form()));
            case "answer" -> save(Saved.of(line.form()));
            case "endpoint" -> sendTo(Endpoint.of(line.form()));
            case "notice" -> add(Notice.of(line.form()));
            case "sent" -> waiting.remove(line.form().required("id"));
            default -> throw new IllegalStateException("unknown line in the journal: " + line.kind());
        }
        unwritten.clear();
    }

    /** All that is worth keeping, in as few lines as possible. */
    List<Journal.Line> lines() {
        intents.values().forEach(intent -> note("intent", intent.row()));
        refunds.values().forEach(refund -> note("refund", refund.row()));
        saved.keySet().removeIf(each -> saved(each) == null);
        saved.values().forEach(answer -> note("answer", answer.row()));
        waiting.values().forEach(notice -> note("notice", notice.row()));
        if (endpoint != null) {
            note("endpoint", endpoint.row());
        }
        List<Journal.Line> all = List.copyOf(unwritten);
        unwritten.clear();
        return all;
    }
}
