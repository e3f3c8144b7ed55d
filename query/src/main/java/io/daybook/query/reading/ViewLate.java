package io.daybook.query.reading;

import io.daybook.domain.kernel.ReadAfter.Mark;
import java.util.List;
import java.util.Map;

/** 503: the view did not see in time what the caller asked it to wait for. Asking again is sound. */
public final class ViewLate extends NotAnswered {
    private final String view;
    private final List<Lag> lag;

    /**
     * @param wanted last sequence the caller asked for
     * @param seen last sequence the view has; -1 for none
     */
    public record Lag(String aggregateId, long wanted, long seen) {
        public static Lag of(Mark mark, long seen) {
            return new Lag(mark.aggregateId(), mark.sequence(), seen);
        }
    }

    public ViewLate(String view, List<Lag> lag) {
        super("view.late", 503, view + " has not yet seen what readAfter names", null);
        this.view = view;
        this.lag = List.copyOf(lag);
    }

    public String view() {
        return view;
    }

    public List<Lag> lag() {
        return lag;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("view", view, "lag", lag);
    }
}
