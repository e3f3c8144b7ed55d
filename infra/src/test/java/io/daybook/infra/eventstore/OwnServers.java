package io.daybook.infra.eventstore;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Kind;
import java.nio.file.Path;
import java.util.EnumSet;

/** Servers for a test that kills them. */
public final class OwnServers {
    private OwnServers() {}

    /** Under the folder of all servers, since those there share the unpacked programs and what makes them start quickly. */
    public static DevServers start(String name, Kind kind) {
        Path home = Path.of(System.getProperty("daybook.home", ".daybook"), name);
        return DevServers.start(new DevServersOptions(home, EnumSet.of(kind), 0));
    }
}
