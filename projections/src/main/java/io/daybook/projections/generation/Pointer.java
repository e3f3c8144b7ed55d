package io.daybook.projections.generation;

import org.jspecify.annotations.Nullable;

/**
 * @param serving the generation that answers, null before the first is promoted
 * @param previous the one that answered before, null if none did
 */
public record Pointer(@Nullable Integer serving, @Nullable Integer previous) {
    public static final Pointer NONE = new Pointer(null, null);
}
