package io.daybook.devservers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked programs. Each is made once, beside its final place and then moved there, so that a half-made one is
 * never taken for a whole one; several programs of this project may do so at the same time.
 */
record Programs(Path root, Artefacts artefacts) {

    private static final Map<Path, Object> BUSY = new ConcurrentHashMap<>();

    /** Fills the place of a program that is not there yet. */
    @FunctionalInterface
    private interface Maker {
        void make(Path place) throws IOException;
    }

    Path postgresql() throws IOException {
        return once(
                "postgresql-" + artefacts.version(Kind.POSTGRESQL),
                place -> Unpack.txzInJar(artefacts.postgresql(), ".txz", place));
    }

    Path redis() throws IOException {
        return once(
                "redis-server-" + artefacts.version(Kind.REDIS),
                place -> Unpack.executableInJar(artefacts.redis(), "linux-amd64", place));
    }

    /** The distribution with our analysis plugin in it, which is part of the folder's name. */
    Path elasticsearch() throws IOException {
        Jars plugin = Jars.ofPackage("io.daybook.esplugin.CoreAnalysisPlugin");
        return once("elasticsearch-" + artefacts.version(Kind.ELASTICSEARCH) + "-" + plugin.hash(), place -> {
            Unpack.zip(artefacts.elasticsearch(), place);
            Path folder = place.resolve("plugins/daybook-analysis");
            Unpack.file(folder.resolve("daybook-analysis.jar"), new ByteArrayInputStream(plugin.jar()), false);
            Unpack.file(
                    folder.resolve("plugin-descriptor.properties"),
                    new ByteArrayInputStream(plugin.entry("plugin-descriptor.properties")),
                    false);
        });
    }

    /** Kafka's main class of ours, as a jar of its own. */
    Path kafkaMain() throws IOException {
        Jars main = Jars.ofPackage("io.daybook.devservers.kafkamain.KafkaMain");
        return once(
                "kafka-main-" + main.hash() + ".jar",
                place -> Unpack.file(place, new ByteArrayInputStream(main.jar()), false));
    }

    /** The payment sandbox, as a jar of its own. */
    Path payments() throws IOException {
        Jars main = Jars.ofPackage("io.daybook.devservers.payments.SandboxMain");
        return once(
                "payments-" + main.hash() + ".jar",
                place -> Unpack.file(place, new ByteArrayInputStream(main.jar()), false));
    }

    /** The script that ties a server without such a habit of its own to our standard output. */
    Path guard() throws IOException {
        byte[] script = resource("guard.sh");
        return once(
                "guard-" + Jars.hash(script) + ".sh",
                place -> Unpack.file(place, new ByteArrayInputStream(script), true));
    }

    private Path once(String name, Maker maker) throws IOException {
        Path place = root.resolve(name);
        synchronized (BUSY.computeIfAbsent(place, any -> new Object())) {
            if (Files.exists(place)) {
                return place;
            }
            try (FileChannel channel = FileChannel.open(
                            root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.exists(place)) {
                    Path making = root.resolve(name + ".new");
                    remove(making);
                    maker.make(making);
                    Files.move(making, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return place;
        }
    }

    private static void remove(Path left) throws IOException {
        if (Files.isDirectory(left)) {
            Home.delete(left);
        } else {
            Files.deleteIfExists(left);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (@Nullable InputStream in = Programs.class.getResourceAsStream(name)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
