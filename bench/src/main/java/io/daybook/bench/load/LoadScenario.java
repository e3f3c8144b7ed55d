package io.daybook.bench.load;

import java.util.Arrays;
import java.util.List;

/** What is loaded, and from where. */
enum LoadScenario {
    /** From memory. */
    CACHED_50("cached-50"),
    /** The same, by a command that is sent as users send it and changes nothing. Daybook asks the log whether what it remembers is current. */
    NO_OP_50("no-op-50"),
    /** From the log. */
    UNCACHED_50("uncached-50"),
    /** From the log, a long history; beside it, in the same turn, a short one. */
    LONG_10000("long-10000");

    private final String label;

    LoadScenario(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static LoadScenario named(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no load scenario: " + label));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(LoadScenario::label).toList();
    }
}
