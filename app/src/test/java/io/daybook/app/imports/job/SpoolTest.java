package io.daybook.app.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.imports.Fixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpoolTest {
    private static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @TempDir
    private Path folder;

    @Test
    void a_file_and_its_gzip_are_one_content() throws IOException {
        var spool = new Spool(folder);
        byte[] plain = Fixture.bytes("orders.csv");
        Spool.Spooled one = spool.receive(ONE, new ByteArrayInputStream(plain));
        Spool.Spooled other = spool.receive(OTHER, new ByteArrayInputStream(packed(plain)));

        assertThat(other.hash()).isEqualTo(one.hash());
        try (var content = Content.of(spool.file(other.name())).open()) {
            assertThat(content.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void a_broken_gzip_is_refused_and_not_kept() throws IOException {
        var spool = new Spool(folder);
        byte[] packed = packed(Fixture.bytes("orders.csv"));
        byte[] broken = Arrays.copyOf(packed, packed.length / 2);

        assertThatThrownBy(() -> spool.receive(ONE, new ByteArrayInputStream(broken)))
                .isInstanceOf(UnusableFile.class);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
