package io.daybook.query.reading;

import java.util.Map;

/** 503: no generation of the view was built by this node's version of it. */
public final class ViewVersion extends NotAnswered {
    private final String view;
    private final int version;

    /**
     * @param version of this node's own fold
     */
    public ViewVersion(String view, int version) {
        super("view.version", 503, view + " has no generation of version " + version + " yet", null);
        this.view = view;
        this.version = version;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("view", view, "version", version);
    }
}
