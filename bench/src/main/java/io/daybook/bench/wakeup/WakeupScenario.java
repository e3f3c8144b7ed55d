package io.daybook.bench.wakeup;

import java.util.Arrays;

/** How often something is appended, and where somebody waits for it. */
enum WakeupScenario {
    IDLE("idle", 50, false),
    IDLE_ELSEWHERE("idle-other-process", 50, true),
    BUSY("1000-per-s", 1_000, false),
    BUSY_ELSEWHERE("1000-per-s-other-process", 1_000, true);

    private final String label;
    private final int perSecond;
    private final boolean elsewhere;

    WakeupScenario(String label, int perSecond, boolean elsewhere) {
        this.label = label;
        this.perSecond = perSecond;
        this.elsewhere = elsewhere;
    }

    String label() {
        return label;
    }

    /** Appends on average. */
    int perSecond() {
        return perSecond;
    }

    /** Whether the handler runs in another process than the appender. */
    boolean isElsewhere() {
        return elsewhere;
    }

    static WakeupScenario named(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wake-up scenario: " + label));
    }
}
