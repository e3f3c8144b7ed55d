package io.daybook.command.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what the port promises, but for transactions: what is added is there at once. */
public final class OutboxInMemory implements Outbox {
    private record Key(String id, String channel) {}

    private record Row(Entry entry, Instant notBefore) {}

    private final Map<Key, Row> rows = new LinkedHashMap<>();

    @Override
    public synchronized void add(List<DueNotification> messages) {
        messages.forEach(message -> rows.putIfAbsent(
                keyOf(message), new Row(new Entry(message, State.DUE, null, null), message.dueSince())));
    }

    @Override
    public synchronized List<DueNotification> claim(String channel, int max, Instant now, Instant until) {
        List<DueNotification> mine = rows.values().stream()
                .filter(row -> row.entry().state() == State.DUE
                        && row.entry().message().channel().equals(channel)
                        && !row.notBefore().isAfter(now))
                .sorted(Comparator.comparing(Row::notBefore))
                .limit(max)
                .map(row -> row.entry().message())
                .toList();
        mine.forEach(message -> rows.computeIfPresent(keyOf(message), (key, row) -> new Row(row.entry(), until)));
        return mine;
    }

    @Override
    public void sent(DueNotification message, Instant at) {
        end(message, State.SENT, at, null);
    }

    @Override
    public void giveUp(DueNotification message, Instant at, String note) {
        end(message, State.GIVEN_UP, at, note);
    }

    @Override
    public void close(DueNotification message, Instant at, String note) {
        end(message, State.CLOSED, at, note);
    }

    private synchronized void end(DueNotification message, State state, Instant at, @Nullable String note) {
        rows.computeIfPresent(keyOf(message), (key, row) -> {
            Entry was = row.entry();
            return was.state() == State.DUE || state == State.SENT
                    ? new Row(new Entry(was.message(), state, note == null ? was.note() : note, at), row.notBefore())
                    : row;
        });
        notifyAll();
    }

    @Override
    public synchronized void tryAgain(DueNotification message, Instant notBefore, String note) {
        rows.computeIfPresent(
                keyOf(message),
                (key, row) -> row.entry().state() == State.DUE
                        ? new Row(
                                new Entry(
                                        with(message, message.dueSince(), message.tries() + 1), State.DUE, note, null),
                                notBefore)
                        : row);
        notifyAll();
    }

    @Override
    public synchronized List<Entry> list(State state, int max) {
        return entries(entry -> entry.state() == state).stream().limit(max).toList();
    }

    @Override
    public synchronized List<Entry> find(String id) {
        return entries(entry -> entry.message().id().equals(id)).stream()
                .sorted(Comparator.comparing(entry -> entry.message().channel()))
                .toList();
    }

    @Override
    public synchronized Optional<Integer> sendAgain(String id, Instant now) {
        List<Entry> known = find(id);
        List<Entry> ended = known.stream()
                .filter(entry -> entry.state() == State.GIVEN_UP || entry.state() == State.CLOSED)
                .toList();
        ended.forEach(entry -> rows.put(
                keyOf(entry.message()),
                new Row(new Entry(with(entry.message(), now, 0), State.DUE, entry.note(), null), now)));
        return known.isEmpty() ? Optional.empty() : Optional.of(ended.size());
    }

    @Override
    public synchronized List<Standing> standing() {
        return entries(entry -> entry.state() == State.DUE || entry.state() == State.GIVEN_UP).stream()
                .collect(Collectors.groupingBy(entry -> entry.message().channel()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(of -> standing(of.getKey(), of.getValue()))
                .toList();
    }

    private static Standing standing(String channel, List<Entry> entries) {
        List<Entry> due =
                entries.stream().filter(entry -> entry.state() == State.DUE).toList();
        return new Standing(
                channel,
                due.size(),
                due.stream()
                        .map(entry -> entry.message().dueSince())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                entries.size() - due.size());
    }

    @Override
    public synchronized int forget(Instant before, int max) {
        List<Key> old = rows.entrySet().stream()
                .filter(row -> {
                    Entry entry = row.getValue().entry();
                    return (entry.state() == State.SENT || entry.state() == State.CLOSED)
                            && entry.closedAt() != null
                            && entry.closedAt().isBefore(before);
                })
                .map(Map.Entry::getKey)
                .limit(max)
                .toList();
        old.forEach(rows::remove);
        return old.size();
    }

    /** Waits until so many messages are in the state, at most ten seconds. @return them */
    public List<Entry> await(State state, int count) {
        return await(entry -> entry.state() == state, count);
    }

    /** Waits until so many messages are as wanted, at most ten seconds. @return them */
    public synchronized List<Entry> await(Predicate<Entry> wanted, int count) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (entries(wanted).size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + count + " are as wanted: " + rows.values());
            }
            try {
                wait(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return entries(wanted);
    }

    private List<Entry> entries(Predicate<Entry> which) {
        List<Entry> found = new ArrayList<>();
        rows.values().stream().map(Row::entry).filter(which).forEach(found::add);
        found.sort(Comparator.comparing((Entry entry) -> entry.message().dueSince())
                .thenComparing(entry -> entry.message().id()));
        return found;
    }

    private static Key keyOf(DueNotification message) {
        return new Key(message.id(), message.channel());
    }

    private static DueNotification with(DueNotification m, Instant dueSince, int tries) {
        return new DueNotification(
                m.id(), m.channel(), m.kind(), m.order(), m.aggregateId(), m.sequence(), m.location(), dueSince, tries);
    }
}
