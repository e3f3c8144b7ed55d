package io.daybook.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that all subjects do, round by round.
 *
 * @param name as it stands in the figures; the subjects read from it what to do
 * @param subjects in the order of the table
 */
public record Scenario(String name, Map<String, Subject> subjects) {
    public Scenario {
        subjects = new LinkedHashMap<>(subjects);
    }

    /**
     * Every subject has one turn per round, and each round starts with another one, so that none always follows the same neighbour.
     *
     * @return the rounds that count
     */
    public List<Round> play(Pace pace) throws Exception {
        List<String> order = List.copyOf(subjects.keySet());
        List<Round> counted = new ArrayList<>();
        for (int n = 0; n < pace.warmUps() + pace.rounds(); n++) {
            Map<String, Map<String, Double>> seen = new LinkedHashMap<>();
            for (int i = 0; i < order.size(); i++) {
                String name = order.get((n + i) % order.size());
                seen.put(name, subject(name).play(new Turn(this.name, pace.millis())));
            }
            if (n >= pace.warmUps()) {
                counted.add(new Round(seen));
            }
        }
        return counted;
    }

    private Subject subject(String name) {
        Subject subject = subjects.get(name);
        if (subject == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return subject;
    }
}
