package io.daybook.command.notification;

import io.daybook.command.notification.NotificationWriter.Written;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due in one channel to the other side. Each message is on its own: one that cannot be delivered waits for its next try,
 * longer each time, and holds up no other. It does not matter on how many nodes this runs: a message is taken by one at a time, and
 * whoever is killed with it in hand leaves it to the next when its lease is over. So a message may arrive twice, with the same id.
 */
public final class Sender implements AutoCloseable {
    private static final double DOUBLED = 2;
    private static final double EITHER_WAY = 0.5;
    private static final int LONGEST_NOTE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final NotificationChannel channel;
    private final Outbox outbox;
    private final NotificationWriter writer;
    private final NotificationProperties rules;
    private final Clock clock;
    private final IntervalFunction pauses;
    private final Semaphore places;
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    /** Nothing is sent before it is {@linkplain #ring rung}. */
    public Sender(
            NotificationChannel channel,
            Outbox outbox,
            NotificationWriter writer,
            NotificationProperties rules,
            Clock clock) {
        this.channel = channel;
        this.outbox = outbox;
        this.writer = writer;
        this.rules = rules;
        this.clock = clock;
        pauses = IntervalFunction.ofExponentialRandomBackoff(
                rules.firstPause(), DOUBLED, EITHER_WAY, rules.longestPause());
        places = new Semaphore(rules.atOnce());
        threads.execute(this::untilClosed);
    }

    /** There may be something to send. Returns at once. */
    public void ring() {
        bell.release();
    }

    private void untilClosed() {
        while (open) {
            bell.acquireUninterruptibly();
            bell.drainPermits();
            try {
                sendAll();
            } catch (RuntimeException e) {
                LOG.warn("what is to be told by {} cannot be looked up", channel.name(), e);
            }
        }
    }

    /** Only this takes places, so that as many are free as it saw. */
    private void sendAll() {
        while (open) {
            places.acquireUninterruptibly();
            places.release();
            Instant now = clock.instant();
            List<DueNotification> due =
                    outbox.claim(channel.name(), places.availablePermits(), now, now.plus(rules.lease()));
            if (due.isEmpty()) {
                return;
            }
            for (DueNotification message : due) {
                places.acquireUninterruptibly();
                threads.execute(() -> attend(message));
            }
        }
    }

    private void attend(DueNotification due) {
        try {
            send(due);
        } catch (RuntimeException e) {
            LOG.warn("message {} to {} stays due until its lease is over", due.id(), channel.name(), e);
        } finally {
            places.release();
        }
    }

    private void send(DueNotification due) {
        if (isOver(due)) {
            giveUp(due, "it was not sent for longer than " + rules.giveUpAfter());
            return;
        }
        Written written;
        try {
            written = writer.write(due);
            if (written instanceof Written.Message message) {
                channel.deliver(message.message());
            }
        } catch (NotDelivered no) {
            failed(due, no.isForGood(), String.valueOf(no.getMessage()));
            return;
        } catch (RuntimeException wrong) {
            LOG.error("message {} about order {} cannot be written", due.id(), due.order(), wrong);
            failed(due, false, "it cannot be written: " + wrong.getMessage());
            return;
        }
        switch (written) {
            case Written.Message _ -> outbox.sent(due, clock.instant());
            case Written.NotWanted none -> outbox.close(due, clock.instant(), none.why());
        }
    }

    private void failed(DueNotification due, boolean forGood, String why) {
        if (forGood || isOver(due)) {
            giveUp(due, why);
            return;
        }
        Duration pause = Duration.ofMillis(pauses.apply(due.tries() + 1));
        LOG.info(
                "message {} about order {} has not reached {}, and is sent again in {} s: {}",
                due.id(),
                due.order(),
                channel.name(),
                pause.toSeconds(),
                why);
        outbox.tryAgain(due, clock.instant().plus(pause), shortened(why));
    }

    private void giveUp(DueNotification due, String why) {
        LOG.error(
                "message {} ({}) about order {} is given up by {} and needs a person: {}",
                due.id(),
                due.kind().code(),
                due.order(),
                channel.name(),
                why);
        outbox.giveUp(due, clock.instant(), shortened(why));
    }

    private boolean isOver(DueNotification due) {
        return clock.instant().isAfter(due.dueSince().plus(rules.giveUpAfter()));
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_NOTE ? why : why.substring(0, LONGEST_NOTE);
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        open = false;
        ring();
        threads.close();
    }
}
