package io.daybook.app.cli;

import io.daybook.app.DaybookApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server in this process until it is told to stop. */
@Command(name = "serve", description = "Run the server. Without addresses of its stores, a source tree starts its own.")
class ServeCommand implements Callable<Integer> {
    @Option(names = "--roles", description = "command,forwarder,projections,query (default: all)")
    private @Nullable String roles;

    @Option(names = "--port", description = "for commands and queries; 0 for any free one (default: 8080)")
    private @Nullable Integer port;

    @Option(names = "--admin-port", description = "for operators; 0 for any free one (default: 8081)")
    private @Nullable Integer adminPort;

    @Option(names = "--address", description = "address to bind to (default: 127.0.0.1, this machine only)")
    private @Nullable String address;

    @Option(names = "--home", description = "folder for the run note, uploads and development servers")
    private @Nullable Path home;

    @Option(names = "--set", paramLabel = "PROPERTY=VALUE", description = "any property of application.yml")
    private Map<String, String> set = Map.of();

    @Override
    public Integer call() throws Exception {
        return Foreground.run(DaybookApplication.class, properties());
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(set);
        properties.put("daybook.home", (home == null ? Connection.home() : home).toString());
        put(properties, "daybook.roles", roles);
        put(properties, "server.port", port);
        put(properties, "daybook.admin.port", adminPort);
        put(properties, "server.address", address);
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
