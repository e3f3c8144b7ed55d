package io.daybook.app.imports.job;

import java.util.List;
import java.util.Set;

/**
 * What is sent one after the other and acknowledged together: a line, or all lines of an invoice.
 *
 * @param lines how many lines of the file it covers; 0 for what is derived from the file as a whole
 * @param keys what it touches; units that share a key run in the order of the file, others side by side
 */
public record Unit(int lines, Set<String> keys, List<Wish> wishes, List<Reject> rejects) {
    public Unit {
        keys = Set.copyOf(keys);
        wishes = List.copyOf(wishes);
        rejects = List.copyOf(rejects);
    }

    /** A line that cannot be sent. */
    public static Unit rejected(Reject reject) {
        return new Unit(1, Set.of(), List.of(), List.of(reject));
    }
}
