package io.daybook.devservers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The servers' files as Maven resolved them; the build wrote their paths into a resource. */
record Artefacts(Path postgresql, Path redis, Path elasticsearch, List<Path> kafka, Properties versions) {

    static Artefacts ofThisBuild() {
        Properties recorded = new Properties();
        try (InputStream in = Artefacts.class.getResourceAsStream("artefacts.properties")) {
            if (in == null) {
                throw new DevServersException("artefacts.properties is missing: build infra/devservers with Maven");
            }
            recorded.load(in);
        } catch (IOException unreadable) {
            throw new DevServersException("artefacts.properties cannot be read: " + unreadable.getMessage());
        }
        return new Artefacts(
                file(recorded, "postgresql"),
                file(recorded, "redis"),
                file(recorded, "elasticsearch"),
                Stream.of(recorded.getProperty("kafka").split(File.pathSeparator))
                        .map(Artefacts::existing)
                        .toList(),
                recorded);
    }

    String version(Kind kind) {
        return versions.getProperty(kind.folder() + ".version");
    }

    private static Path file(Properties recorded, String key) {
        return existing(recorded.getProperty(key));
    }

    private static Path existing(String path) {
        if (!Files.isRegularFile(Path.of(path))) {
            throw new DevServersException(path + " is missing: build infra/devservers with Maven again");
        }
        return Path.of(path);
    }
}
