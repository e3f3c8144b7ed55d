package io.daybook.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunNoteTest {
    @TempDir
    private Path home = Path.of("");

    private static RunNote of(long pid) {
        return new RunNote(pid, "http://127.0.0.1:8080", "http://127.0.0.1:8081", "token");
    }

    @Test
    void a_note_is_read_as_it_was_written() throws IOException {
        RunNote note = of(ProcessHandle.current().pid());
        note.write(home);
        assertThat(RunNote.ofRunning(home)).contains(note);
    }

    @Test
    void a_note_is_for_its_owner_only() throws IOException {
        of(1).write(home);
        assertThat(Files.getPosixFilePermissions(home.resolve("run.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_note_of_a_process_that_is_gone_counts_as_none() throws IOException {
        of(Long.MAX_VALUE).write(home);
        assertThat(RunNote.ofRunning(home)).isEmpty();
    }

    @Test
    void a_server_removes_its_own_note_and_no_other() throws IOException {
        RunNote newer = of(ProcessHandle.current().pid());
        newer.write(home);
        of(1).remove(home);
        assertThat(RunNote.ofRunning(home)).contains(newer);
        newer.remove(home);
        assertThat(home).isEmptyDirectory();
    }
}
