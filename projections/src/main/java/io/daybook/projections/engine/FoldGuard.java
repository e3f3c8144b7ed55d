package io.daybook.projections.engine;

import java.util.function.Supplier;

/** Knows whether this thread is inside a fold, where nothing may be sent, asked or published. */
public final class FoldGuard {
    private static final ThreadLocal<Boolean> FOLDING = ThreadLocal.withInitial(() -> false);

    private FoldGuard() {}

    static <T> T folding(Supplier<T> fold) {
        FOLDING.set(true);
        try {
            return fold.get();
        } finally {
            FOLDING.set(false);
        }
    }

    /** @throws IllegalStateException if this thread is inside a fold */
    public static void refuseWhileFolding(Object message) {
        if (FOLDING.get()) {
            throw new IllegalStateException("a projection cannot send, call or publish: " + message);
        }
    }
}
