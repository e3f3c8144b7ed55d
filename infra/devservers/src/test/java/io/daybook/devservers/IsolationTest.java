package io.daybook.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IsolationTest {

    @Test
    void names_are_short_plain_and_never_the_same() {
        assertThat(Stream.generate(Isolation::next).limit(1_000))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("t[a-z0-9]{1,19}"));
    }
}
