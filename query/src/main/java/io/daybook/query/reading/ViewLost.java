package io.daybook.query.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 503: the view's store is out of reach or has lost what it held, and nothing can answer in its place. */
public final class ViewLost extends NotAnswered {
    private final String view;

    public ViewLost(String view) {
        this(view, null);
    }

    public ViewLost(String view, @Nullable Throwable cause) {
        super("view.lost", 503, view + " cannot answer now", cause);
        this.view = view;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("view", view);
    }
}
