package io.daybook.command.inventory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one, nor more of it than is allowed. */
final class Lines {
    private static final int BUFFER = 16 * 1024;

    private final InputStream source;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /**
     * @param longest bytes of a line
     */
    Lines(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /**
     * @param text without the line's end; what is no UTF-8 in it reads as U+FFFD
     * @param tooLong it had more bytes than allowed; the rest was skipped
     */
    record Line(String text, boolean tooLong) {}

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + (at - from) > longest;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                return new Line(line.toString(StandardCharsets.UTF_8), tooLong);
            }
        } while (fill());
        return new Line(line.toString(StandardCharsets.UTF_8), tooLong);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, source.read(buffer));
        return end > 0;
    }
}
