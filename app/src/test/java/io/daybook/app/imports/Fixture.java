package io.daybook.app.imports;

import io.daybook.app.imports.job.Content;
import io.daybook.app.imports.job.ImportJobs;
import io.daybook.app.imports.job.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Small files of our own, each with all the dirt we have met. */
public final class Fixture {
    public static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final Instant UPLOADED = Instant.parse("2015-08-01T12:00:00Z");

    private Fixture() {}

    public static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(Fixture.class.getResourceAsStream("/imports/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Kind.Input input(String name, String currency) {
        byte[] bytes = bytes(name);
        Content content = () -> new ByteArrayInputStream(bytes);
        return new Kind.Input(JOB, "hash-of-" + name, currency, ImportJobs.WAREHOUSE, UPLOADED, content);
    }
}
