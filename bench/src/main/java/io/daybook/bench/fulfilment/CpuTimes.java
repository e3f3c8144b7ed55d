package io.daybook.bench.fulfilment;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What processes, each with all that it started but for the others, have had of the processors so far. One that has ended counts no
 * more.
 */
record CpuTimes(Map<String, Duration> byName) {
    static CpuTimes of(Map<String, Long> pids) {
        Map<String, Duration> times = new LinkedHashMap<>();
        pids.forEach((name, pid) -> times.put(name, of(pid, Set.copyOf(pids.values()))));
        return new CpuTimes(times);
    }

    private static Duration of(long pid, Set<Long> named) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> withWhatItStarted(process, named))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<ProcessHandle> withWhatItStarted(ProcessHandle process, Set<Long> others) {
        return Stream.concat(
                Stream.of(process),
                process.children()
                        .filter(child -> !others.contains(child.pid()))
                        .flatMap(child -> withWhatItStarted(child, others)));
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
