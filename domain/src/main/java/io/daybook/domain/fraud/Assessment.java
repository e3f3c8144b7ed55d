package io.daybook.domain.fraud;

import java.util.List;

/**
 * What a look for fraud came to.
 *
 * @param score from 0, none, to 100
 * @param reasons stable codes, {@code fraud.…}
 */
public record Assessment(int score, Advice advice, List<String> reasons) {
    /** What should become of the order. */
    public enum Advice {
        CLEAR,
        REVIEW,
        REFUSE
    }

    /** @throws IllegalArgumentException unless the score is 0 to 100 */
    public Assessment {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score must be 0 to 100");
        }
        reasons = List.copyOf(reasons);
    }
}
