package io.daybook.projections.engine;

/** A store that once had a generation's progress has it no more: its rows cannot be trusted, the generation is lost. */
public final class LostMark extends RuntimeException {
    public LostMark(String view, int generation, String what) {
        super(view + " generation " + generation + " has lost its mark: " + what);
    }
}
