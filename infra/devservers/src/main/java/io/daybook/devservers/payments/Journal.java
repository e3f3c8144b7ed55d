package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be there again after a restart, in a file to which whole lines are appended. What was written has reached the system
 * before the caller goes on, so it survives the death of this process at any moment; a torn last line was never acknowledged.
 */
final class Journal implements AutoCloseable {

    /**
     * One line.
     *
     * @param account whose
     * @param kind of thing; a later line about the same thing replaces the earlier one
     */
    record Line(String account, String kind, Form form) {

        private String text() {
            return account + "\t" + kind + "\t" + form.encoded() + "\n";
        }

        private static Line of(String text) {
            String[] parts = text.split("\t", -1);
            return new Line(parts[0], parts[1], Form.parse(parts[2]));
        }
    }

    private final Path file;
    private FileChannel channel;

    Journal(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve("journal");
        channel = open();
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Hands over one line after the other, the oldest first, however long the file is. */
    void read(Consumer<Line> reader) throws IOException {
        cutOffTornEnd();
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            lines.map(Line::of).forEach(reader);
        }
    }

    private void cutOffTornEnd() throws IOException {
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            long end = whole.length();
            while (end > 0 && byteAt(whole, end - 1) != '\n') {
                end--;
            }
            whole.setLength(end);
        }
    }

    private static int byteAt(RandomAccessFile file, long position) throws IOException {
        file.seek(position);
        return file.read();
    }

    /** All lines or none. */
    synchronized void write(List<Line> lines) {
        ByteBuffer bytes = ByteBuffer.wrap(
                lines.stream().map(Line::text).collect(Collectors.joining()).getBytes(UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("the journal cannot be written: " + file, refused);
        }
    }

    /** Puts these lines in place of all there are. */
    synchronized void replace(Iterator<Line> lines) throws IOException {
        Path making = file.resolveSibling("journal.new");
        try (Writer out = Files.newBufferedWriter(making, UTF_8)) {
            while (lines.hasNext()) {
                out.write(lines.next().text());
            }
        }
        channel.close();
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel = open();
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
