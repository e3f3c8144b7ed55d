package io.daybook.projections.rebuild;

/** Another node, or this one, builds the view already. */
public final class RebuildRefused extends RuntimeException {
    RebuildRefused(String view) {
        super(view + " is being built already");
    }
}
