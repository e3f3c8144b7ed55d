package io.daybook.bench.children;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child answers to a turn, as one line of JSON.
 *
 * @param failure null if the turn was played
 */
record Reply(Map<String, Double> seen, @Nullable String failure) {}
