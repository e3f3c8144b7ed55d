package io.daybook.bench.harness;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run: a table for a person, and a JSON list for a program. */
public final class Report {
    private static final String ROW = "%-18s %-18s %-16s %12s %12s %12s %10s%n";

    private final List<Figure> figures = new ArrayList<>();

    public void add(Figure figure) {
        figures.add(figure);
    }

    public void addAll(List<Figure> more) {
        figures.addAll(more);
    }

    public void print(PrintStream out) {
        header(out);
        figures.forEach(figure -> row(out, figure));
    }

    public static void header(PrintStream out) {
        out.printf(ROW, "scenario", "subject", "metric", "median", "min", "max", "to floor");
    }

    public static void row(PrintStream out, Figure f) {
        @Nullable Double ratio = f.ratioToFloor();
        out.printf(
                ROW,
                f.scenario(),
                f.subject(),
                f.metric(),
                number(f.median()),
                number(f.min()),
                number(f.max()),
                ratio == null ? "" : String.format(Locale.ROOT, "%.3f", ratio));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : "%.2f", value);
    }

    /** @param file null to write nothing */
    public void write(@Nullable Path file) {
        if (file != null) {
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file, figures);
        }
    }
}
