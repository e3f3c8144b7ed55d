package io.daybook.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Options of every command that talks to a running server. */
final class Connection {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "admin API of the server; else DAYBOOK_URL, else the server that runs here",
            defaultValue = "${env:DAYBOOK_URL}")
    private @Nullable String url;

    @Option(
            names = "--token",
            description = "token of the admin API; else DAYBOOK_TOKEN, else that of the server that runs here",
            defaultValue = "${env:DAYBOOK_TOKEN}")
    private @Nullable String token;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    Client client() throws IOException {
        return Client.of(url, token, home());
    }

    boolean json() {
        return json;
    }

    /** Prints the answer as it came if that is wanted, or else lets it be told in words. */
    void tell(JsonNode answer, Consumer<JsonNode> inWords) {
        if (json) {
            System.out.println(answer);
        } else {
            inWords.accept(answer);
        }
    }

    /** The folder of this checkout's servers, as the launcher says. */
    static Path home() {
        return Path.of(System.getProperty("daybook.home", ".daybook"));
    }
}
