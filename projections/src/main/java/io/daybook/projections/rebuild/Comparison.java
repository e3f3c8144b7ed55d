package io.daybook.projections.rebuild;

import io.daybook.projections.engine.View;
import java.util.List;

/**
 * Two generations of a view, row by row.
 *
 * @param rowsOfFirst tombstones included
 * @param differing rows that differ or are in one of them only
 * @param examples the first of those, one line each, at most ten
 */
public record Comparison(
        String view,
        int first,
        int second,
        long rowsOfFirst,
        long rowsOfSecond,
        long differing,
        List<String> examples) {
    /** Compares them; means something while no events arrive. */
    public static Comparison of(View<?> view, int first, int second) {
        return Comparing.of(view, first, second);
    }

    public boolean equal() {
        return differing == 0;
    }
}
