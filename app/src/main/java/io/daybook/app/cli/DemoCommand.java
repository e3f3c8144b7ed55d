package io.daybook.app.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** The server with all roles and, in an empty store, a shop to look at. */
@Command(name = "demo", description = "Run everything, with a catalogue of our own making if the store is empty.")
final class DemoCommand extends ServeCommand {
    @Override
    Map<String, Object> properties() {
        var properties = new HashMap<>(super.properties());
        properties.put("daybook.demo", "true");
        return properties;
    }
}
