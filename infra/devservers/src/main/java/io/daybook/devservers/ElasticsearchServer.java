package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Elasticsearch's server class started directly, without the launcher's JVM. It then takes its settings from a message
 * on standard input, which is made once per change of settings by a short run of {@code LaunchMessage}; and it stops
 * when standard input closes.
 */
record ElasticsearchServer(Site site) implements Server {

    @Override
    public Kind kind() {
        return Kind.ELASTICSEARCH;
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        Path program = site.programs().elasticsearch();
        Path folder = site.data(kind());
        Path configuration = folder.resolve("config");
        Path message = folder.resolve("launch-message");
        for (String part : List.of("config", "data", "logs", "tmp", "home")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.copy(
                program.resolve("config/log4j2.properties"),
                configuration.resolve("log4j2.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        String settings = settings(program, folder);
        Path file = configuration.resolve("elasticsearch.yml");
        if (!Files.exists(message)
                || !Files.exists(file)
                || !Files.readString(file).equals(settings)) {
            Files.deleteIfExists(message);
            Files.writeString(file, settings);
            Tool.run(messageCommand(program, configuration, folder.resolve("logs"), message), "");
        }
        site.account().give(folder);
        return new Launch(
                site.account().running(serverCommand(program, folder)),
                Map.of(
                        "HOME", folder.resolve("home").toString(),
                        "LIBFFI_TMPDIR", folder.resolve("tmp").toString(),
                        "ES_PATH_CONF", configuration.toString()),
                () -> Files.readAllBytes(message));
    }

    @Override
    public boolean answers() throws IOException {
        return Probe.elasticsearch(site.port(kind()));
    }

    /** The first line makes another program a change of settings. */
    private String settings(Path program, Path folder) {
        return """
            # %s
            cluster.name: daybook
            node.name: daybook
            node.processors: 2
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: %d
            transport.port: %d
            path.data: "%s"
            path.logs: "%s"
            action.auto_create_index: false
            cluster.max_shards_per_node: 5000
            cluster.routing.allocation.disk.threshold_enabled: false
            xpack.security.enabled: false
            """.formatted(
                        program,
                        site.port(kind()),
                        site.ports().second(kind()),
                        folder.resolve("data"),
                        folder.resolve("logs"));
    }

    private static List<String> messageCommand(Path program, Path configuration, Path logs, Path message)
            throws IOException {
        String classPath = Stream.concat(
                        Stream.of(program.resolve("plugins/daybook-analysis/daybook-analysis.jar")),
                        jars(program.resolve("lib")))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return List.of(
                Site.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "io.daybook.esplugin.LaunchMessage",
                program.toString(),
                configuration.toString(),
                logs.toString(),
                message.toString());
    }

    private static List<String> serverCommand(Path program, Path folder) throws IOException {
        Path lib = program.resolve("lib");
        Path bridge = jars(lib.resolve("entitlement-bridge")).findFirst().orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(Site.java());
        command.addAll(ElasticsearchFlags.SMALL);
        command.addAll(ElasticsearchFlags.AS_THE_STOCK_LAUNCHER);
        command.addAll(List.of(
                "-Des.path.home=" + program,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "--patch-module=java.base=" + bridge,
                "--module-path=" + lib,
                "-m",
                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch"));
        return command;
    }

    private static Stream<Path> jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".jar")).sorted().toList().stream();
        }
    }
}
