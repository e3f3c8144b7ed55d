package io.daybook.devservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short readable pieces for messages of one line. */
final class Lines {

    private Lines() {}

    /** The last line of a log that says something; empty if there is none. */
    static String last(Path log) {
        try {
            List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return said.isEmpty() ? "" : said.getLast().strip();
        } catch (IOException none) {
            return "";
        }
    }

    static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure instanceof AccessDeniedException
                ? "permission denied"
                : message == null ? failure.getClass().getSimpleName() : message;
    }
}
