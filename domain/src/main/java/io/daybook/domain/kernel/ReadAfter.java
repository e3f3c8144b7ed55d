package io.daybook.domain.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a command has done, as (aggregate, sequence) pairs, order first; a query that gets it back waits until its view has them.
 * Opaque to callers.
 */
public record ReadAfter(List<Mark> marks) {
    /** More than this many pairs make a header too long; the order and the first items suffice in practice. */
    public static final int MAX_MARKS = 8;

    /**
     * @param aggregateType its stored name, {@code Order}, {@code InventoryItem} or {@code Product}: tells a view which marks are
     *     its own
     * @param sequence of the aggregate's last event after the command, from 0
     */
    public record Mark(String aggregateType, String aggregateId, long sequence) {}

    public ReadAfter {
        marks = marks.stream().limit(MAX_MARKS).toList();
    }

    public static ReadAfter of(String aggregateType, String aggregateId, long sequence) {
        return new ReadAfter(List.of(new Mark(aggregateType, aggregateId, sequence)));
    }

    /** URL-safe text. */
    public String token() {
        String plain = marks.stream()
                .map(m -> m.sequence() + " " + m.aggregateType() + " " + m.aggregateId())
                .collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text is no token of ours */
    public static ReadAfter parse(String token) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return new ReadAfter(
                    Arrays.stream(plain.split("\n", -1)).map(ReadAfter::mark).toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("readAfter is not a token that a command answered", e);
        }
    }

    private static Mark mark(String line) {
        String[] parts = line.split(" ", 3);
        return new Mark(parts[1], parts[2], Long.parseLong(parts[0]));
    }
}
