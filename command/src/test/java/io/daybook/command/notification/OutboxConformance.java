package io.daybook.command.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.notification.Outbox.Entry;
import io.daybook.command.notification.Outbox.Standing;
import io.daybook.command.notification.Outbox.State;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every outbox promises. */
public abstract class OutboxConformance {
    protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** An empty one. */
    protected abstract Outbox outbox();

    /** Due since so many seconds after {@link #NOW}. */
    protected static DueNotification due(String id, String channel, int second) {
        return new DueNotification(
                id,
                channel,
                NotificationKind.TO_PICK,
                new OrderId("o-" + id),
                "order:o-" + id,
                4,
                new LocationId("berlin"),
                NOW.plusSeconds(second),
                0);
    }

    private static DueNotification tried(DueNotification m, Instant since, int tries) {
        return new DueNotification(
                m.id(), m.channel(), m.kind(), m.order(), m.aggregateId(), m.sequence(), m.location(), since, tries);
    }

    private static List<DueNotification> claim(Outbox outbox, String channel, int second) {
        return outbox.claim(channel, 10, NOW.plusSeconds(second), NOW.plusSeconds(second + 60));
    }

    @Test
    void what_is_due_is_claimed_once_the_longest_waiting_first_each_channel_for_itself() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("b", "smtp", 2), due("a", "smtp", 1), due("a", "webhook", 1), due("c", "smtp", 9)));

        assertThat(outbox.claim("smtp", 1, NOW.plusSeconds(5), NOW.plusSeconds(65)))
                .containsExactly(due("a", "smtp", 1));
        assertThat(claim(outbox, "smtp", 5)).containsExactly(due("b", "smtp", 2));
        assertThat(claim(outbox, "smtp", 5)).isEmpty();
        assertThat(claim(outbox, "webhook", 5)).containsExactly(due("a", "webhook", 1));
    }

    @Test
    void a_message_whose_taker_is_gone_is_claimed_again_when_the_lease_is_over() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0)));

        assertThat(claim(outbox, "smtp", 0)).hasSize(1);
        assertThat(claim(outbox, "smtp", 59)).isEmpty();
        assertThat(claim(outbox, "smtp", 60)).containsExactly(due("a", "smtp", 0));
    }

    @Test
    void a_message_that_is_known_stays_as_it_is() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0)));
        outbox.sent(due("a", "smtp", 0), NOW);

        outbox.add(List.of(due("a", "smtp", 7)));

        assertThat(outbox.find("a")).containsExactly(new Entry(due("a", "smtp", 0), State.SENT, null, NOW));
    }

    @Test
    void a_message_that_failed_waits_for_its_next_try_and_counts_it() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0)));
        DueNotification mine = claim(outbox, "smtp", 0).getFirst();

        outbox.tryAgain(mine, NOW.plusSeconds(10), "nobody there");

        assertThat(claim(outbox, "smtp", 9)).isEmpty();
        assertThat(claim(outbox, "smtp", 10)).containsExactly(tried(mine, mine.dueSince(), 1));
        assertThat(outbox.find("a"))
                .containsExactly(new Entry(tried(mine, mine.dueSince(), 1), State.DUE, "nobody there", null));
    }

    @Test
    void what_has_ended_is_claimed_no_more_and_what_was_sent_stays_sent() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0), due("b", "smtp", 0), due("c", "smtp", 0)));
        outbox.sent(due("a", "smtp", 0), NOW);
        outbox.giveUp(due("b", "smtp", 0), NOW, "too long");
        outbox.close(due("c", "smtp", 0), NOW, "erased");

        outbox.giveUp(due("a", "smtp", 0), NOW, "a late failure");
        outbox.tryAgain(due("a", "smtp", 0), NOW, "a late failure");

        assertThat(claim(outbox, "smtp", 100)).isEmpty();
        assertThat(outbox.list(State.SENT, 9)).containsExactly(new Entry(due("a", "smtp", 0), State.SENT, null, NOW));
        assertThat(outbox.list(State.GIVEN_UP, 9))
                .containsExactly(new Entry(due("b", "smtp", 0), State.GIVEN_UP, "too long", NOW));
        assertThat(outbox.list(State.CLOSED, 9))
                .containsExactly(new Entry(due("c", "smtp", 0), State.CLOSED, "erased", NOW));
    }

    @Test
    void what_was_given_up_is_sent_again_with_all_the_time_of_a_new_one_where_it_did_not_arrive() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0), due("a", "webhook", 0)));
        outbox.tryAgain(due("a", "smtp", 0), NOW, "nobody there");
        outbox.giveUp(due("a", "smtp", 0), NOW, "too long");
        outbox.sent(due("a", "webhook", 0), NOW);

        assertThat(outbox.sendAgain("a", NOW.plusSeconds(500))).contains(1);
        assertThat(outbox.sendAgain("a", NOW.plusSeconds(501))).contains(0);
        assertThat(outbox.sendAgain("never", NOW)).isEmpty();

        assertThat(claim(outbox, "smtp", 500)).containsExactly(tried(due("a", "smtp", 0), NOW.plusSeconds(500), 0));
        assertThat(claim(outbox, "webhook", 500)).isEmpty();
    }

    @Test
    void each_channel_tells_how_it_stands() {
        Outbox outbox = outbox();
        assertThat(outbox.standing()).isEmpty();
        outbox.add(List.of(due("a", "smtp", 3), due("b", "smtp", 1), due("c", "smtp", 0), due("d", "webhook", 0)));
        outbox.giveUp(due("c", "smtp", 0), NOW, "no");
        outbox.sent(due("d", "webhook", 0), NOW);

        assertThat(outbox.standing()).containsExactly(new Standing("smtp", 2, NOW.plusSeconds(1), 1));
    }

    @Test
    void what_was_sent_long_ago_is_forgotten_and_what_needs_a_person_is_not() {
        Outbox outbox = outbox();
        outbox.add(List.of(due("a", "smtp", 0), due("b", "smtp", 0), due("c", "smtp", 0), due("d", "smtp", 0)));
        outbox.sent(due("a", "smtp", 0), NOW);
        outbox.giveUp(due("b", "smtp", 0), NOW, "no");
        outbox.close(due("c", "smtp", 0), NOW, "erased");

        assertThat(outbox.forget(NOW, 9)).isZero();
        assertThat(outbox.forget(NOW.plusSeconds(1), 1)).isEqualTo(1);
        assertThat(outbox.forget(NOW.plusSeconds(1), 9)).isEqualTo(1);
        assertThat(outbox.find("b")).hasSize(1);
        assertThat(outbox.find("d")).hasSize(1);
    }
}
