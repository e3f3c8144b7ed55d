package io.daybook.projections.history;

/** An event of a type, or of a revision of it, that this node does not know: a newer release wrote it. */
public final class UnknownEventType extends RuntimeException {
    public UnknownEventType(String type, int revision) {
        super("unknown event type " + type + " revision " + revision);
    }
}
