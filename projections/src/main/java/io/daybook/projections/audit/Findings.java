package io.daybook.projections.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts all, keeps the first. */
final class Findings {
    static final int MOST = 100;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(String where, String item, String what) {
        count++;
        if (first.size() < MOST) {
            first.add(new Finding(where, item, what));
        }
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }
}
