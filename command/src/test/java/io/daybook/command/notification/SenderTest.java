package io.daybook.command.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.MovingClock;
import io.daybook.command.Stories;
import io.daybook.command.notification.NotificationWriter.Written;
import io.daybook.command.notification.Outbox.State;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SenderTest {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GIVE_UP = Duration.ofDays(3);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final MovingClock clock = new MovingClock();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final RecordingChannel channel = new RecordingChannel();
    private NotificationWriter writer = due -> new Written.Message(message(due));
    private final Sender sender = new Sender(
            channel,
            outbox,
            due -> writer.write(due),
            new NotificationProperties(
                    List.of(), 4, FIRST, LONGEST, GIVE_UP, Duration.ofSeconds(5), LEASE, Duration.ofDays(30)),
            clock);

    @AfterEach
    void close() {
        sender.close();
    }

    private static DueNotification due(String id) {
        return new DueNotification(
                id,
                "recording",
                NotificationKind.ORDER_REFUSED,
                new OrderId("o-" + id),
                "order:o-" + id,
                3,
                null,
                Stories.NOW,
                0);
    }

    private static Notification message(DueNotification due) {
        return new Notification(
                due.id(),
                due.kind(),
                due.order(),
                due.dueSince(),
                new Recipient.Customer(new CustomerName("Ada"), new Email("ada@example.org")),
                List.of(),
                List.of(),
                null,
                null,
                false);
    }

    private void add(String... ids) {
        for (String id : ids) {
            outbox.add(List.of(due(id)));
        }
        sender.ring();
    }

    private static void fail(Notification message) {
        throw NotDelivered.yet("nobody there", null);
    }

    @Test
    void what_is_due_is_sent_and_noted() {
        add("a");

        outbox.await(State.SENT, 1);

        assertThat(channel.delivered()).containsExactly(message(due("a")));
    }

    @Test
    void many_more_than_go_at_once_all_arrive_once() {
        outbox.add(IntStream.range(0, 100).mapToObj(n -> due("m-" + n)).toList());
        sender.ring();

        outbox.await(State.SENT, 100);

        assertThat(channel.delivered()).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Test
    void a_message_that_cannot_be_delivered_holds_up_no_other_and_is_sent_again_after_a_pause() {
        channel.meets(message -> {
            if (message.id().equals("a")) {
                fail(message);
            }
        });
        add("a", "b", "c");
        outbox.await(State.SENT, 2);
        awaitTries("a", 1);

        channel.meets(message -> {});
        // half the pause is the least there is
        clock.pass(FIRST.dividedBy(2).minusMillis(1));
        sender.ring();
        add("d");
        outbox.await(State.SENT, 3);
        assertThat(channel.delivered()).extracting(Notification::id).containsExactlyInAnyOrder("b", "c", "d");

        clock.pass(FIRST.multipliedBy(2));
        sender.ring();
        outbox.await(State.SENT, 4);
        assertThat(outbox.find("a").getFirst().note()).isEqualTo("nobody there");
    }

    @Test
    void pauses_grow_to_their_bound_until_the_message_is_given_up_and_kept() {
        channel.meets(SenderTest::fail);
        add("a");
        for (int tries = 1; clock.instant().isBefore(Stories.NOW.plus(GIVE_UP)); tries++) {
            awaitTries("a", tries);
            assertThat(tries).as("tries in %s", GIVE_UP).isLessThan(2000);
            clock.pass(LONGEST.multipliedBy(2));
            sender.ring();
        }
        clock.pass(LONGEST.multipliedBy(2));
        sender.ring();

        assertThat(outbox.await(State.GIVEN_UP, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("it was not sent for longer than " + GIVE_UP));
        assertThat(channel.delivered()).isEmpty();

        channel.meets(message -> {});
        outbox.sendAgain("a", clock.instant());
        sender.ring();
        outbox.await(State.SENT, 1);
    }

    @Test
    void a_message_that_is_refused_for_good_is_given_up_at_once() {
        channel.meets(message -> {
            throw NotDelivered.ever("no such mailbox", null);
        });
        add("a");

        assertThat(outbox.await(State.GIVEN_UP, 1).getFirst().note()).isEqualTo("no such mailbox");
    }

    @Test
    void a_message_that_nobody_wants_any_more_is_closed() {
        writer = due -> new Written.NotWanted("erased");
        add("a");

        assertThat(outbox.await(State.CLOSED, 1).getFirst().note()).isEqualTo("erased");
        assertThat(channel.delivered()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_written_is_tried_again_and_says_why() {
        writer = due -> {
            throw new IllegalArgumentException("template order-refused.txt: no");
        };
        add("a");
        awaitTries("a", 1);

        assertThat(outbox.find("a").getFirst().note())
                .isEqualTo("it cannot be written: template order-refused.txt: no");
    }

    /** As when the process is killed after the other side has it: nothing is noted, and the lease ends some time. */
    @Test
    void what_was_sent_and_not_noted_is_sent_again_with_the_same_id_when_the_lease_is_over() {
        outbox.add(List.of(due("a")));
        DueNotification taken = outbox.claim(
                        "recording", 1, clock.instant(), clock.instant().plus(LEASE))
                .getFirst();
        channel.deliver(message(taken));

        clock.pass(LEASE.minusMillis(1));
        add("b");
        outbox.await(State.SENT, 1);
        assertThat(channel.delivered()).extracting(Notification::id).containsExactly("a", "b");
        clock.pass(Duration.ofMillis(1));
        sender.ring();
        outbox.await(State.SENT, 2);

        assertThat(channel.delivered()).extracting(Notification::id).containsExactly("a", "b", "a");
    }

    @Test
    void messages_that_hang_leave_the_other_places_to_others() {
        CountDownLatch answered = new CountDownLatch(1);
        channel.meets(message -> {
            if (message.id().startsWith("slow")) {
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        });
        add("slow-1", "slow-2", "slow-3", "b", "c", "d");

        outbox.await(State.SENT, 3);
        assertThat(channel.delivered()).extracting(Notification::id).containsExactlyInAnyOrder("b", "c", "d");
        answered.countDown();
        outbox.await(State.SENT, 6);
    }

    private void awaitTries(String id, int tries) {
        Instant end = Instant.now().plusSeconds(10);
        while (outbox.find(id).getFirst().message().tries() < tries) {
            assertThat(Instant.now()).as("%s is not tried", id).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
