package io.daybook.infra.ports;

import io.daybook.command.notification.DueNotification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Outbox;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In the table {@code notification}. */
public final class PostgresOutbox implements Outbox {
    private final JdbcClient db;

    /** @param db on the program's own data source, so that {@link #add} is part of its caller's transaction */
    public PostgresOutbox(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void add(List<DueNotification> messages) {
        for (DueNotification m : messages) {
            db.sql("""
                            insert into notification
                                (id, channel, kind, order_id, aggregate_id, sequence, location, due_since, not_before)
                            values (:id, :channel, :kind, :order, :aggregate, :sequence, :location, :since, :since)
                            on conflict (id, channel) do nothing""")
                    .param("id", m.id())
                    .param("channel", m.channel())
                    .param("kind", m.kind().code())
                    .param("order", m.order().value())
                    .param("aggregate", m.aggregateId())
                    .param("sequence", m.sequence())
                    .param(
                            "location",
                            m.location() == null ? null : m.location().value())
                    .param("since", utc(m.dueSince()))
                    .update();
        }
    }

    @Override
    public List<DueNotification> claim(String channel, int max, Instant now, Instant until) {
        return db
                .sql("""
                        update notification n set not_before = :until
                          from (select id, channel from notification
                                 where channel = :channel and state = 'due' and not_before <= :now
                                 order by not_before limit :max
                                   for update skip locked) mine
                         where n.id = mine.id and n.channel = mine.channel
                        returning n.*""")
                .param("until", utc(until))
                .param("channel", channel)
                .param("now", utc(now))
                .param("max", max)
                .query((row, number) -> message(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(DueNotification::dueSince))
                .toList();
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

    /** Whoever comes late with a failure does not undo what another has sent meanwhile. */
    private void end(DueNotification message, State state, Instant at, @Nullable String note) {
        db.sql("""
                        update notification set state = :state, closed_at = :at, note = coalesce(:note, note)
                         where id = :id and channel = :channel and (state = 'due' or :state = 'sent')""")
                .param("state", word(state))
                .param("at", utc(at))
                .param("note", note)
                .param("id", message.id())
                .param("channel", message.channel())
                .update();
    }

    @Override
    public void tryAgain(DueNotification message, Instant notBefore, String note) {
        db.sql("""
                        update notification set not_before = ?, tries = ?, note = ?
                         where id = ? and channel = ? and state = 'due'""")
                .params(utc(notBefore), message.tries() + 1, note, message.id(), message.channel())
                .update();
    }

    @Override
    public List<Entry> list(State state, int max) {
        return db.sql("select * from notification where state = ? order by due_since, id limit ?")
                .params(word(state), max)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> find(String id) {
        return db.sql("select * from notification where id = ? order by channel")
                .param(id)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public Optional<Integer> sendAgain(String id, Instant now) {
        if (find(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(db.sql("""
                        update notification set state = 'due', tries = 0, due_since = ?, not_before = ?, closed_at = null
                         where id = ? and state in ('given-up', 'closed')""").params(utc(now), utc(now), id).update());
    }

    @Override
    public List<Standing> standing() {
        return db.sql("""
                        select channel,
                               count(*) filter (where state = 'due') as due,
                               min(due_since) filter (where state = 'due') as oldest,
                               count(*) filter (where state = 'given-up') as given_up
                          from notification where state = 'due' or state = 'given-up'
                         group by channel order by channel""")
                .query((row, number) -> new Standing(
                        row.getString("channel"), row.getLong("due"), instant(row, "oldest"), row.getLong("given_up")))
                .list();
    }

    @Override
    public int forget(Instant before, int max) {
        return db.sql("""
                        delete from notification where (id, channel) in
                            (select id, channel from notification
                              where state in ('sent', 'closed') and closed_at < ? limit ?)""").params(utc(before), max).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                message(row),
                State.valueOf(row.getString("state").replace('-', '_').toUpperCase(Locale.ROOT)),
                row.getString("note"),
                instant(row, "closed_at"));
    }

    private static DueNotification message(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String location = row.getString("location");
        return new DueNotification(
                row.getString("id"),
                row.getString("channel"),
                NotificationKind.of(kind).orElseThrow(() -> new IllegalStateException("no such kind: " + kind)),
                new OrderId(row.getString("order_id")),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                location == null ? null : new LocationId(location),
                row.getObject("due_since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
