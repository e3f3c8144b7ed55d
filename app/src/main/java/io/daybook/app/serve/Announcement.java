package io.daybook.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Says where the server is once it serves, in the log and in the run note; takes the note away when it stops. */
final class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final ServeSettings settings;
    private final AdminPort admin;
    private final AdminToken token;
    private @Nullable RunNote note;

    Announcement(ServeSettings settings, AdminPort admin, AdminToken token) {
        this.settings = settings;
        this.admin = admin;
        this.token = token;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        String address = environment.getProperty("server.address", "127.0.0.1");
        warnIfOpen(address);
        warnIfOpen(settings.admin().address());
        var current = new RunNote(
                ProcessHandle.current().pid(),
                "http://127.0.0.1:" + environment.getProperty("local.server.port"),
                "http://127.0.0.1:" + admin.number(),
                token.value());
        try {
            current.write(settings.home());
        } catch (IOException e) {
            throw new UncheckedIOException("the run note cannot be written under " + settings.home(), e);
        }
        note = current;
        LOG.info("serving {} at {}, operators at {}", settings.roles(), current.url(), current.admin());
    }

    @EventListener
    public void stopped(ContextClosedEvent closed) throws IOException {
        if (note != null) {
            note.remove(settings.home());
        }
    }

    private static void warnIfOpen(String address) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                LOG.warn(
                        "bound to {}: whoever reaches this address may send commands, there are no users yet", address);
            }
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("no such address: " + address, e);
        }
    }
}
