package io.daybook.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note {@code run.json} about a running server, by which the command line finds it. Written in one step, readable by its
 * owner only, removed when the server stops.
 *
 * @param pid of the server
 * @param url where queries and commands go
 * @param admin where the admin API answers
 * @param token what the admin API asks for
 */
public record RunNote(long pid, String url, String admin, String token) {
    private static final String NAME = "run.json";

    public void write(Path home) throws IOException {
        Files.createDirectories(home);
        Path draft = Files.createTempFile(home, "run", ".json");
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, """
                {"pid": %d, "url": "%s", "admin": "%s", "token": "%s"}
                """.formatted(pid, url, admin, token));
        Files.move(draft, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the note of this process, and of no other. */
    public void remove(Path home) throws IOException {
        if (read(home).filter(this::equals).isPresent()) {
            Files.deleteIfExists(home.resolve(NAME));
        }
    }

    /** Empty if there is no note, or if the process it tells of is gone. */
    public static Optional<RunNote> ofRunning(Path home) throws IOException {
        return read(home)
                .filter(note ->
                        ProcessHandle.of(note.pid()).map(ProcessHandle::isAlive).orElse(false));
    }

    private static Optional<RunNote> read(Path home) throws IOException {
        Path note = home.resolve(NAME);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        String json = Files.readString(note, StandardCharsets.UTF_8);
        String pid = member(json, "pid");
        return pid.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunNote(
                        Long.parseLong(pid), member(json, "url"), member(json, "admin"), member(json, "token")));
    }

    // the command line starts in a blink only without a JSON library; the note is our own and flat
    private static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\\s*\"?([^\",}]*)").matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
