package io.daybook.app.imports.job;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Bytes that can be read as often as needed, unpacked. */
@FunctionalInterface
public interface Content {
    InputStream open() throws IOException;

    /** The file's bytes; if they begin as gzip does, what is packed in them. */
    static Content of(Path file) {
        return () -> {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            try {
                raw.mark(2);
                boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
                raw.reset();
                return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        };
    }
}
