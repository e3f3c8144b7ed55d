package io.daybook.esplugin;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.elasticsearch.common.settings.Settings;

/** The {@code token_chars} setting of the gram tokenizers: which characters belong to a token; all when empty. */
final class TokenChars {

    private static final Set<Byte> PUNCTUATION = Set.of(
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.OTHER_PUNCTUATION,
            Character.CONNECTOR_PUNCTUATION,
            Character.DASH_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION);

    private static final Set<Byte> SYMBOLS =
            Set.of(Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL);

    private TokenChars() {}

    static IntPredicate of(Settings settings) {
        List<String> kinds = settings.getAsList("token_chars");
        String custom = settings.get("custom_token_chars", "");
        return kinds.stream()
                .map(kind -> ofKind(kind, custom))
                .reduce(IntPredicate::or)
                .orElse(character -> true);
    }

    private static IntPredicate ofKind(String kind, String custom) {
        return switch (kind) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" -> character -> PUNCTUATION.contains((byte) Character.getType(character));
            case "symbol" -> character -> SYMBOLS.contains((byte) Character.getType(character));
            case "custom" -> character -> custom.indexOf(character) >= 0;
            default -> throw new IllegalArgumentException("Unknown token type: '" + kind + "'");
        };
    }
}
