package io.daybook.bench.harness;

/**
 * How long a measurement takes.
 *
 * @param warmUps rounds that are played first and thrown away
 * @param rounds that count
 * @param millis length of one subject's turn
 */
public record Pace(int warmUps, int rounds, long millis) {}
