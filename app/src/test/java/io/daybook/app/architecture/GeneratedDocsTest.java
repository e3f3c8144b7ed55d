package io.daybook.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** With {@code -Ddaybook.docs.write=true} these tests write the pages that they otherwise compare. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GeneratedDocsTest {
    @Test
    void slices_tells_what_can_come_of_each_command() {
        isCurrent("slices.md", Slices.page());
    }

    @Test
    void events_lists_every_fact_and_its_fields() {
        isCurrent("events.md", Events.page());
    }

    private static void isCurrent(String page, String made) {
        if (Boolean.getBoolean("daybook.docs.write")) {
            Docs.write(page, made);
        }
        assertThat(Docs.read(page))
                .as("docs/%s is stale: see docs/how-to.md", page)
                .isEqualTo(made);
    }
}
