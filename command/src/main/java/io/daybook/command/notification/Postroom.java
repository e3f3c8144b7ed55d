package io.daybook.command.notification;

import io.daybook.domain.kernel.LocationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All channels with their senders. Each has threads of its own, so that a channel that hangs holds up no other. */
public final class Postroom implements AutoCloseable {
    private static final int FORGET_AT_ONCE = 1_000;

    private final List<NotificationChannel> channels;
    private final List<Sender> senders;
    private final Outbox outbox;
    private final NotificationProperties rules;
    private final Clock clock;

    Postroom(
            List<NotificationChannel> channels,
            Outbox outbox,
            NotificationWriter writer,
            NotificationProperties rules,
            Clock clock) {
        this.channels = List.copyOf(channels);
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
        Set<String> names = channels.stream().map(NotificationChannel::name).collect(Collectors.toSet());
        if (names.size() < channels.size()) {
            throw new IllegalArgumentException("two channels have one name: " + names);
        }
        senders = channels.stream()
                .map(channel -> new Sender(channel, outbox, writer, rules, clock))
                .toList();
    }

    /**
     * Names of the channels by which such a message is to be told.
     *
     * @param location the warehouse that is to be told; null for a customer
     */
    public List<String> channelsFor(NotificationKind kind, @Nullable LocationId location) {
        return channels.stream()
                .filter(channel -> channel.carries(kind, location))
                .map(NotificationChannel::name)
                .toList();
    }

    /** There may be something to send. Returns at once. */
    public void ring() {
        senders.forEach(Sender::ring);
    }

    /** Sends what is due again, and forgets what was sent long ago. */
    public void look() {
        ring();
        Instant before = clock.instant().minus(rules.keep());
        int forgotten;
        do {
            forgotten = outbox.forget(before, FORGET_AT_ONCE);
        } while (forgotten == FORGET_AT_ONCE);
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
    }
}
