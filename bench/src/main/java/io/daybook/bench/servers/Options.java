package io.daybook.bench.servers;

import io.daybook.bench.harness.Pace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said to every benchmark that starts its own servers. */
public final class Options {
    @Option(names = "--quick", description = "shorter turns: at most a minute per scenario")
    boolean quick;

    @Option(
            names = "--rounds",
            description = "rounds that count, at least five for a figure worth quoting (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--millis", description = "length of one turn (default: what the benchmark thinks right)")
    long millis;

    @Option(names = "--only", description = "scenarios to run (default: all)", split = ",")
    @Nullable
    String @Nullable [] only;

    @Option(names = "--subjects", description = "who takes part (default: all)", split = ",")
    @Nullable
    String @Nullable [] subjects;

    @Option(names = "--json", description = "also write the figures to this file")
    @Nullable
    Path json;

    public boolean quick() {
        return quick;
    }

    public @Nullable Path json() {
        return json;
    }

    /** Whether the scenario was asked for. */
    public boolean wants(String scenario) {
        return only == null || List.of(only).contains(scenario);
    }

    /** Those of the subjects that were asked for. */
    List<String> among(List<String> names) {
        return subjects == null
                ? names
                : names.stream().filter(List.of(subjects)::contains).toList();
    }

    /** How long to play before anything counts; next to nothing where turns are as short as a test's. */
    public long warmUp(long wanted) {
        return millis > 0 ? Math.min(wanted, 10 * millis) : wanted;
    }

    /**
     * @param quickMillis a turn with {@code --quick}
     * @param fullMillis a turn without
     */
    public Pace pace(int warmUps, long quickMillis, long fullMillis) {
        return new Pace(warmUps, rounds, millis > 0 ? millis : quick ? quickMillis : fullMillis);
    }
}
