package io.daybook.command.notification;

import io.daybook.domain.kernel.LocationId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers what it was given, after whatever it is told to do with it first. */
public final class RecordingChannel implements NotificationChannel {
    private final List<Notification> delivered = new CopyOnWriteArrayList<>();
    private volatile Consumer<Notification> before = message -> {};

    /** @param trouble throws for what is not to be delivered */
    public void meets(Consumer<Notification> trouble) {
        before = trouble;
    }

    public List<Notification> delivered() {
        return List.copyOf(delivered);
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public boolean carries(NotificationKind kind, @Nullable LocationId location) {
        return true;
    }

    @Override
    public void deliver(Notification message) {
        before.accept(message);
        delivered.add(message);
    }
}
