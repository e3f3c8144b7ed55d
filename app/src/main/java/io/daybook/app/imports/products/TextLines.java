package io.daybook.app.imports.products;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each held to a length, so that a file without line ends does not fill the memory. */
final class TextLines implements Iterator<TextLines.Line> {
    /** Of one line, in bytes. */
    static final int LONGEST = 1 << 20;

    /**
     * @param number from 1
     * @param text its beginning, if the line is too long
     */
    record Line(long number, String text, boolean tooLong) {}

    private final InputStream bytes;
    private long number;
    private @Nullable Line next;

    /**
     * @param bytes buffered; UTF-8
     */
    TextLines(InputStream bytes) {
        this.bytes = bytes;
        next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Line line = next;
        next = read();
        return line;
    }

    private @Nullable Line read() {
        try {
            int b = bytes.read();
            if (b < 0) {
                return null;
            }
            var text = new ByteArrayOutputStream(2_048);
            boolean tooLong = false;
            for (; b >= 0 && b != '\n'; b = bytes.read()) {
                if (text.size() < LONGEST) {
                    text.write(b);
                } else {
                    tooLong = true;
                }
            }
            String read = text.toString(StandardCharsets.UTF_8);
            return new Line(++number, read.endsWith("\r") ? read.substring(0, read.length() - 1) : read, tooLong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
