package io.daybook.projections.engine;

/**
 * A store came back from a crash without the last that it had answered for, as one may that writes to disk now and then. Its rows and
 * marks are those of a moment ago: whoever follows for it goes on from there.
 */
public final class MarkWentBack extends RuntimeException {
    public MarkWentBack(String view, int generation, String what) {
        super(view + " generation " + generation + " has forgotten what it had answered for: " + what);
    }
}
