package io.daybook.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run: a table for a person, and a JSON list for a program. */
final class Report {
    private final List<Figure> figures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
    }

    void print() {
        System.out.printf(
                "%-22s %-12s %-12s %10s %10s %10s%n", "scenario", "subject", "metric", "median", "min", "max");
        for (Figure f : figures) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %-12s %-12s %10.2f %10.2f %10.2f%n",
                    f.scenario(),
                    f.subject(),
                    f.metric(),
                    f.median(),
                    f.min(),
                    f.max());
        }
    }

    void write(@Nullable Path file) {
        if (file != null) {
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file, figures);
        }
    }
}
