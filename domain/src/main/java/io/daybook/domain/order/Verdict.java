package io.daybook.domain.order;

/** What a look for fraud came to. */
public enum Verdict {
    CLEAR,
    /** A person has to look at it. */
    REVIEW,
    REFUSE
}
