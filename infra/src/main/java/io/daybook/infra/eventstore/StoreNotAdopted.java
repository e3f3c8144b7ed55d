package io.daybook.infra.eventstore;

/** The log lies elsewhere than it did, or marks point beyond its end: nothing may run on it until somebody has said what it is. */
public final class StoreNotAdopted extends RuntimeException {
    /** Stable code of this refusal. */
    public static final String CODE = "store.not-adopted";

    public StoreNotAdopted(String reason) {
        super(CODE + ": " + reason);
    }
}
