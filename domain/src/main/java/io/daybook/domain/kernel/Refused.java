package io.daybook.domain.kernel;

/** Carries a {@link Refusal} out of a decision. No stack trace: a refusal is an answer, not a failure. */
public final class Refused extends RuntimeException {
    private final Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
