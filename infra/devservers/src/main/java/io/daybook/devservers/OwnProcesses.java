package io.daybook.devservers;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The servers of a test run as processes, from empty data: what an earlier run left behind must not be seen. */
final class OwnProcesses implements AddressSource {

    private final Path home;
    private @Nullable DevServers servers;

    OwnProcesses(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Addresses start() {
        DevServers started = DevServers.start(DevServersOptions.under(home), true);
        started.onDeath(death -> System.out.println(death.describe()));
        servers = started;
        return started.addresses();
    }

    @Override
    public void close() {
        DevServers started = servers;
        if (started != null) {
            servers = null;
            started.close();
        }
    }
}
