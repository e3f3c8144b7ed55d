package io.daybook.app.imports.job;

import java.util.List;

/**
 * What became of a unit.
 *
 * @param lines that the unit covers
 * @param rejects its own, and the lines of wishes that were refused
 */
record Outcome(int lines, List<Granted> granted, List<Reject> rejects) {
    /**
     * @param changed false if everything was already as wished
     */
    record Granted(Wish wish, boolean changed) {}
}
