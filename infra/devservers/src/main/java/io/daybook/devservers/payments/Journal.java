package io.daybook.devservers.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

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

    List<Line> read() throws IOException {
        String text = Files.readString(file, UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Line::of)
                .toList();
    }

    /** All lines or none. */
    synchronized void write(List<Line> lines) {
        try {
            write(channel, lines);
        } catch (IOException refused) {
            throw new UncheckedIOException("the journal cannot be written: " + file, refused);
        }
    }

    /** Puts these lines in place of all there are. */
    synchronized void replace(List<Line> lines) throws IOException {
        Path making = file.resolveSibling("journal.new");
        try (FileChannel fresh = FileChannel.open(
                making, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(fresh, lines);
        }
        channel.close();
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel = open();
    }

    private static void write(FileChannel channel, List<Line> lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(
                lines.stream().map(Line::text).collect(Collectors.joining()).getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
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
