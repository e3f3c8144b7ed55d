package io.daybook.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CursorTest {
    private static final Cursor AT = new Cursor(List.of("1999", "", "SKU-1"));

    @Test
    void a_cursor_is_read_as_it_was_written() {
        assertThat(Cursor.open(AT.sealedFor("q=lamp"), "q=lamp", 3)).isEqualTo(AT);
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        refused(AT.sealedFor("q=lamp"), "q=chair", 3);
    }

    @Test
    void a_cursor_with_any_letter_changed_is_refused() {
        String good = AT.sealedFor("q=lamp");
        for (int i = 0; i < good.length() - 1; i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            refused(good.substring(0, i) + other + good.substring(i + 1), "q=lamp", 3);
        }
    }

    @Test
    void what_is_no_cursor_is_refused() {
        List.of("", "A", "not base64!", "AAAAAAAAAAA", AT.sealedFor("q").substring(0, 12))
                .forEach(text -> refused(text, "q", 3));
        refused(AT.sealedFor("q"), "q", 2);
    }

    private static void refused(String text, String question, int values) {
        assertThatThrownBy(() -> Cursor.open(text, question, values)).isInstanceOfSatisfying(BadQuestion.class, bad -> {
            assertThat(bad.code()).isEqualTo("query.bad-cursor");
            assertThat(bad.parameter()).isEqualTo("cursor");
        });
    }
}
