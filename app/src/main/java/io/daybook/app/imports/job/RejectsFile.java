package io.daybook.app.imports.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The lines that became no event, as CSV: number, reason, detail, then the line's own fields. */
final class RejectsFile implements Closeable {
    private final FileChannel file;
    private final CsvWriter csv;

    private RejectsFile(FileChannel file) {
        this.file = file;
        this.csv = CsvWriter.builder().build(Channels.newWriter(file, StandardCharsets.UTF_8));
    }

    /**
     * Goes on where a checkpoint left the file; what was written behind it belongs to units that will be sent again.
     *
     * @param length in bytes at the checkpoint; 0 for a new file
     */
    static RejectsFile open(Path path, long length, List<String> columns) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(length).position(file.size());
        var rejects = new RejectsFile(file);
        if (file.size() == 0) {
            List<String> header = new ArrayList<>(List.of("line", "reason", "detail"));
            header.addAll(columns);
            rejects.csv.writeRecord(header);
        }
        return rejects;
    }

    void write(Reject reject) {
        List<String> fields =
                new ArrayList<>(List.of(Long.toString(reject.entry().line()), reject.reason(), reject.detail()));
        fields.addAll(reject.entry().fields());
        csv.writeRecord(fields);
    }

    /**
     * Puts everything written so far onto the disk.
     *
     * @return the file's length in bytes
     */
    long flush() {
        try {
            csv.flush();
            file.force(false);
            return file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
