package io.daybook.projections.rebuild;

import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares two generations by the text of their rows, a page at a time. Meaningful while no events arrive. */
final class Comparing<R> {
    private static final int PAGE = 500;
    private static final int MOST_EXAMPLES = 10;

    private final View<R> view;
    private final int first;
    private final int second;
    private final List<Row<R>> page = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private long rowsOfFirst;
    private long inBoth;
    private long differing;

    private Comparing(View<R> view, int first, int second) {
        this.view = view;
        this.first = first;
        this.second = second;
    }

    static <R> Comparison of(View<R> view, int first, int second) {
        return new Comparing<>(view, first, second).run();
    }

    private Comparison run() {
        view.store().flush(first);
        view.store().flush(second);
        view.store().scan(first, this::meet);
        comparePage();
        long rowsOfSecond = view.store().count(second);
        long onlyInSecond = rowsOfSecond - inBoth;
        if (onlyInSecond > 0) {
            differing += onlyInSecond;
            examples.add(onlyInSecond + " rows are in generation " + second + " only");
        }
        return new Comparison(view.name(), first, second, rowsOfFirst, rowsOfSecond, differing, List.copyOf(examples));
    }

    private void meet(Row<R> row) {
        rowsOfFirst++;
        page.add(row);
        if (page.size() == PAGE) {
            comparePage();
        }
    }

    private void comparePage() {
        Map<String, Row<R>> others =
                view.store().read(second, page.stream().map(Row::key).toList());
        for (Row<R> row : page) {
            Row<R> other = others.get(row.key());
            if (other == null) {
                differ(row.key() + " is in generation " + first + " only");
                continue;
            }
            inBoth++;
            String text = text(row);
            String otherText = text(other);
            if (!text.equals(otherText)) {
                differ(row.key() + ": " + text + " / " + otherText);
            }
        }
        page.clear();
    }

    private void differ(String example) {
        differing++;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(example);
        }
    }

    private static String text(Row<?> row) {
        return (row.value() == null ? "tombstone" : RowJson.write(row.value())) + " " + RowJson.write(row.applied());
    }
}
