package io.daybook.bench.harness;

/**
 * One subject's part of one round.
 *
 * @param scenario what to do, in words that the subject understands, for example {@code 16x1}
 * @param millis for how long, where the scenario is not bounded by an amount of work
 */
public record Turn(String scenario, long millis) {}
