package io.daybook.bench.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChildTest {
    private static final Addresses NOWHERE = new Addresses("", "", "", "", "", "");

    @TempDir
    Path folder;

    /** Answers what it was asked, and who it is. */
    public static final class Echoes implements Subjects {
        @Override
        public Subject open(String name, Addresses servers) {
            if (name.equals("absent")) {
                throw new IllegalStateException("there is no such subject");
            }
            System.out.println("a library says something");
            return turn -> {
                if (turn.millis() < 0) {
                    throw new IllegalArgumentException("time runs forward");
                }
                return Map.of(name + " " + turn.scenario(), (double) turn.millis(), "pid", (double)
                        ProcessHandle.current().pid());
            };
        }
    }

    private Child child(String name) throws Exception {
        return Child.start(Echoes.class, name, NOWHERE, folder.resolve(name + ".log"));
    }

    @Test
    void a_subject_plays_in_a_jvm_of_its_own_and_stays_there() throws Exception {
        try (Child child = child("echo")) {
            child.awaitReady();

            Map<String, Double> first = child.play(new Turn("16x1", 700));
            Map<String, Double> second = child.play(new Turn("16x1", 800));

            assertThat(first).containsEntry("echo 16x1", 700.0);
            assertThat(second).containsEntry("echo 16x1", 800.0);
            assertThat(first.get("pid")).isEqualTo(second.get("pid")).isNotEqualTo((double)
                    ProcessHandle.current().pid());
        }
    }

    @Test
    void what_goes_wrong_in_the_child_is_told_and_the_child_lives_on() throws Exception {
        try (Child child = child("echo")) {
            child.awaitReady();

            assertThatThrownBy(() -> child.play(new Turn("16x1", -1)))
                    .hasMessageContaining("echo failed: java.lang.IllegalArgumentException: time runs forward")
                    .hasMessageContaining("echo.log");
            assertThat(child.play(new Turn("1x1", 1))).containsEntry("echo 1x1", 1.0);
        }
    }

    @Test
    void a_subject_that_cannot_start_says_why() throws Exception {
        try (Child child = child("absent")) {
            assertThatThrownBy(child::awaitReady).hasMessageContaining("there is no such subject");
        }
    }
}
