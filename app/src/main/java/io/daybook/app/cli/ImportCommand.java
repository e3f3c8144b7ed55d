package io.daybook.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Hands a file to the server and watches it being read; the server goes on if this terminal goes away. */
@Command(
        name = "import",
        description = "Import a file of products, past orders or stock counts. Gzip is recognised by itself.",
        footer = "%nThe work runs in the server and survives this terminal. The same file twice changes nothing.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final Connection connection = new Connection();

    @Parameters(index = "0", paramLabel = "KIND", description = "products (JSON lines), orders or stock (CSV)")
    private Kind kind = Kind.products;

    @Parameters(index = "1", paramLabel = "FILE", description = "the file, plain or gzip")
    private Path file = Path.of("");

    @Option(names = "--currency", description = "currency of the file's prices (ISO 4217)")
    private @Nullable String currency;

    @Option(names = "--location", description = "where an order file's goods lay")
    private @Nullable String location;

    // spelled as on the command line
    enum Kind {
        products,
        orders,
        stock
    }

    @Override
    public Integer call() throws Exception {
        Client client = connection.client();
        JsonNode job = client.upload(path(), file);
        String watched = "/admin/imports/" + job.path("id").asString("");
        JsonNode ended =
                Watch.until(kind + " of " + file.getFileName(), connection.json(), () -> client.get(watched), "lines");
        return report(ended);
    }

    private String path() {
        var path = new StringBuilder(
                "/admin/imports/" + kind + "?file=" + Client.encoded(String.valueOf(file.getFileName())));
        if (currency != null) {
            path.append("&currency=").append(Client.encoded(currency));
        }
        if (location != null) {
            path.append("&location=").append(Client.encoded(location));
        }
        return path.toString();
    }

    private int report(JsonNode job) {
        connection.tell(job, ImportCommand::tell);
        if (!job.path("state").asString("").equals("done")) {
            throw new Stop(Exit.FAILED, "import failed: " + job.path("error").asString(""));
        }
        return job.path("rejected").asLong() > 0 ? Exit.REFUSED : Exit.OK;
    }

    private static void tell(JsonNode job) {
        job.path("summary")
                .properties()
                .forEach(fact -> System.out.printf(
                        "%-28s %s%n", fact.getKey(), fact.getValue().asString("")));
        if (job.hasNonNull("rejectsFile")) {
            System.out.println(
                    "rejected lines are listed in " + job.path("rejectsFile").asString(""));
        }
    }
}
