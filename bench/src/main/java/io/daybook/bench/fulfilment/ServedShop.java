package io.daybook.bench.fulfilment;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./daybook serve} with all roles, as its users start it, on servers that run already. */
final class ServedShop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int FAREWELL_SECONDS = 20;

    private final Process process;
    private final URI url;

    private ServedShop(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Returns once it serves.
     *
     * @param home a folder for it alone
     * @param settings what it has otherwise than {@code application.yml}
     */
    static ServedShop start(Path home, Map<String, String> settings) throws IOException {
        String launcher = System.getProperty("daybook.launcher", "");
        if (launcher.isEmpty()) {
            throw new IllegalStateException("the program to be measured is not known: run ./daybook bench fulfilment");
        }
        Files.createDirectories(home);
        Path note = home.resolve("run.json");
        Files.deleteIfExists(note);
        List<String> line = new ArrayList<>(List.of(launcher, "serve", "--home=" + home, "--port=0", "--admin-port=0"));
        settings.forEach((name, value) -> line.add("--set=" + name + "=" + value));
        Path log = home.resolve("program.log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(note)) {
                JsonNode running = JsonMapper.shared().readTree(Files.readString(note));
                return new ServedShop(process, URI.create(running.get("url").asString()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        process.destroyForcibly();
        throw new IOException("the program does not serve: see " + log);
    }

    long pid() {
        return process.pid();
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
