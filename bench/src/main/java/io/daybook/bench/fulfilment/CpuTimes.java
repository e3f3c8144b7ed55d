package io.daybook.bench.fulfilment;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What processes, each with all that it started, have had of the processors so far. One that has ended counts no more. */
record CpuTimes(Map<String, Duration> byName) {
    static CpuTimes of(Map<String, Long> pids) {
        Map<String, Duration> times = new LinkedHashMap<>();
        pids.forEach((name, pid) -> times.put(name, of(pid)));
        return new CpuTimes(times);
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Milliseconds since then for each of so many orders, by name. */
    Map<String, Double> perOrderSince(CpuTimes before, int orders) {
        Map<String, Double> millis = new LinkedHashMap<>();
        byName.forEach((name, now) -> millis.put(
                name,
                now.minus(before.byName.getOrDefault(name, Duration.ZERO)).toNanos() / 1e6 / Math.max(1, orders)));
        return millis;
    }
}
