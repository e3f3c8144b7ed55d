package io.daybook.domain.kernel;

/** Bounds on the text inside value objects, with errors that name the field. */
final class Text {
    private Text() {}

    /** Letters, digits, dot, hyphen and underscore: safe in URLs, Kafka keys, Redis keys and index ids alike. */
    static void require(String name, String value, int max) {
        if (value.isEmpty() || value.length() > max || !value.chars().allMatch(Text::plain)) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + max + " letters, digits, dots, hyphens or underscores");
        }
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }

    static void bounded(String name, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + " characters");
        }
    }
}
