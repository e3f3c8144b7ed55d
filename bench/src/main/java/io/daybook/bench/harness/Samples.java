package io.daybook.bench.harness;

import java.util.Arrays;

/** Durations, taken by any number of threads. */
public final class Samples {
    private long[] nanos = new long[1_024];
    private int count;

    public synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    public synchronized void addAll(Samples others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    public synchronized int count() {
        return count;
    }

    /**
     * @param share between 0 (the shortest) and 1 (the longest), nearest rank
     * @return nanoseconds; 0 if nothing was taken
     */
    public synchronized long nanos(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, rank)];
    }

    public double micros(double share) {
        return nanos(share) / 1e3;
    }

    public double millis(double share) {
        return nanos(share) / 1e6;
    }
}
