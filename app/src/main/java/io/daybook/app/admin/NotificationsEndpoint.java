package io.daybook.app.admin;

import io.daybook.app.problem.Told;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.Outbox.Entry;
import io.daybook.command.notification.Outbox.State;
import io.daybook.command.notification.Postroom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages to customers and warehouses: which wait, which need a person, and to send one again. */
@RestController
@RequestMapping("/admin/notifications")
final class NotificationsEndpoint {
    private static final int MOST = 1_000;

    private final Outbox outbox;
    private final ObjectProvider<Postroom> postroom;
    private final Clock clock;

    NotificationsEndpoint(Outbox outbox, ObjectProvider<Postroom> postroom, Clock clock) {
        this.outbox = outbox;
        this.postroom = postroom;
        this.clock = clock;
    }

    /**
     * A message in one channel; whom it is for and what it says is not told.
     *
     * @param state due, sent, given-up or closed
     * @param note why it was not sent
     */
    record Row(
            String id,
            String channel,
            String kind,
            String order,
            @Nullable String location,
            String state,
            Instant dueSince,
            int tries,
            @Nullable String note,
            @Nullable Instant closedAt) {
        static Row of(Entry entry) {
            var message = entry.message();
            return new Row(
                    message.id(),
                    message.channel(),
                    message.kind().code(),
                    message.order().value(),
                    message.location() == null ? null : message.location().value(),
                    word(entry.state()),
                    message.dueSince(),
                    message.tries(),
                    entry.note(),
                    entry.closedAt());
        }
    }

    /** @param channels in which it is sent again; 0 if it was sent, or is to be, in all */
    record SentAgain(String id, int channels) {}

    /** The oldest first, at most a thousand. */
    @GetMapping
    List<Row> list(@RequestParam(defaultValue = "given-up") String state) {
        State wanted = Arrays.stream(State.values())
                .filter(known -> word(known).equals(state))
                .findFirst()
                .orElseThrow(() -> new BadField("state", "must be due, sent, given-up or closed"));
        return outbox.list(wanted, MOST).stream().map(Row::of).toList();
    }

    /** With the id that it had: who has it already can tell. */
    @PostMapping("/{id}/send-again")
    SentAgain sendAgain(@PathVariable String id) {
        int channels = outbox.sendAgain(id, clock.instant())
                .orElseThrow(() -> new Told(404, "notification.unknown", "There is no message " + id + "."));
        postroom.ifAvailable(Postroom::ring);
        return new SentAgain(id, channels);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
