package io.daybook.command.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, until it is. A message is in it once per channel, whatever becomes of it: {@linkplain State#SENT sent} ones are
 * forgotten after a while, those given up stay until somebody {@linkplain #sendAgain asks for them again}.
 */
public interface Outbox {
    /** How a message stands in one channel. */
    enum State {
        /** To be sent. */
        DUE,
        /** The other side has it. */
        SENT,
        /** Not sent within the bound, or refused for good; kept until somebody sees to it. */
        GIVEN_UP,
        /** Not sent, since there was nobody to tell it to any more. */
        CLOSED
    }

    /**
     * One message in one channel.
     *
     * @param note why it was not sent; null if nothing ever went wrong
     * @param closedAt null while it is due
     */
    record Entry(
            DueNotification message,
            State state,
            @Nullable String note,
            @Nullable Instant closedAt) {}

    /**
     * How one channel stands.
     *
     * @param oldest since when the longest waiting message is due; null if none is
     */
    record Standing(String channel, long due, @Nullable Instant oldest, long givenUp) {}

    /** In the transaction of whoever calls. What is known by its id and channel stays as it is. */
    void add(List<DueNotification> messages);

    /**
     * Takes what is to be sent now, the longest waiting first; nobody else gets it before the given moment. In a transaction of its own.
     */
    List<DueNotification> claim(String channel, int max, Instant now, Instant until);

    void sent(DueNotification message, Instant at);

    /** Not before the given moment. */
    void tryAgain(DueNotification message, Instant notBefore, String note);

    void giveUp(DueNotification message, Instant at, String note);

    void close(DueNotification message, Instant at, String note);

    /** The oldest first. */
    List<Entry> list(State state, int max);

    /** Of all channels. */
    List<Entry> find(String id);

    /**
     * Has a message sent again that is no longer due, in every channel where it was not sent; it gets all the time that a new one has.
     *
     * @return how many channels try again; empty if there is no such message
     */
    Optional<Integer> sendAgain(String id, Instant now);

    /** Channels that have something due or given up. */
    List<Standing> standing();

    /** Removes what was sent or closed before the given moment, at most so many. @return how many were removed */
    int forget(Instant before, int max);
}
