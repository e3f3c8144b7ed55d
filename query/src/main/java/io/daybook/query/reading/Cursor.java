package io.daybook.query.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended, as opaque text that fits one question only. It holds nothing secret and grants nothing: the seal tells a
 * mangled cursor, or one of another question, from a good one.
 *
 * @param at the sort values of the page's last entry
 */
public record Cursor(List<String> at) {
    private static final int SEAL = 8;
    private static final String SEPARATOR = "\u001f";

    /**
     * @param question everything the order and choice of entries depend on
     */
    public String sealedFor(String question) {
        byte[] plain = String.join(SEPARATOR, at).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ByteBuffer.allocate(SEAL + plain.length)
                .put(seal(question, plain))
                .put(plain)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * @throws BadQuestion {@code query.bad-cursor} unless the text was sealed for this question and has that many values
     */
    public static Cursor open(String text, String question, int values) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw BadQuestion.badCursor();
        }
        if (sealed.length <= SEAL) {
            throw BadQuestion.badCursor();
        }
        byte[] plain = Arrays.copyOfRange(sealed, SEAL, sealed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL), seal(question, plain))) {
            throw BadQuestion.badCursor();
        }
        List<String> at = List.of(new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        if (at.size() != values) {
            throw BadQuestion.badCursor();
        }
        return new Cursor(at);
    }

    private static byte[] seal(String question, byte[] plain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(plain), SEAL);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
