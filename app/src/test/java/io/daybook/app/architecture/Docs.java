package io.daybook.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The pages under {@code docs/}, found from wherever the tests run in the checkout. */
final class Docs {
    private Docs() {}

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .filter(at -> Files.isDirectory(at.resolve("docs/adr")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no docs/adr above " + here));
    }

    static boolean exists(String path) {
        return Files.exists(root().resolve(path));
    }

    static String read(String page) {
        try {
            return Files.readString(root().resolve("docs").resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String page, String text) {
        try {
            Files.writeString(root().resolve("docs").resolve(page), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
