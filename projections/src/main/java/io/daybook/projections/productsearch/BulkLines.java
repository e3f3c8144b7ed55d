package io.daybook.projections.productsearch;

import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A bulk request of conditional writes: each succeeds only if the document still has the version that was read. */
final class BulkLines {
    /** Large enough to keep the server busy, small enough for the memory of a small one. */
    private static final int FULL_BYTES = 4_000_000;

    private static final int CONFLICT = 409;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Set<String> losers = new HashSet<>();
    private final SearchServer server;
    private final String alias;

    BulkLines(SearchServer server, String alias) {
        this.server = server;
        this.alias = alias;
    }

    /** Sends what was added before if this makes too much of it. */
    void put(String id, Version expected, Object document) {
        if (expected.isNone()) {
            line(Map.of("create", Map.of("_id", id)));
        } else {
            Map<String, Object> condition = new TreeMap<>();
            condition.put("_id", id);
            condition.put("if_seq_no", expected.number());
            condition.put("if_primary_term", expected.term());
            line(Map.of("index", condition));
        }
        line(document);
        if (lines.size() >= FULL_BYTES) {
            send();
        }
    }

    /** Whatever version it has. */
    void overwrite(String id, Object document) {
        line(Map.of("index", Map.of("_id", id)));
        line(document);
    }

    void remove(String id) {
        line(Map.of("delete", Map.of("_id", id)));
    }

    /**
     * Sends the rest. All that won is durable then.
     *
     * @return the ids that another writer had changed, which were not written
     * @throws SearchServerFailed if any other write failed
     */
    Set<String> finish() {
        if (lines.size() > 0) {
            send();
        }
        return losers;
    }

    private void line(Object json) {
        lines.writeBytes(RowJson.mapper().writeValueAsBytes(json));
        lines.write('\n');
    }

    private void send() {
        JsonNode reply = server.postLines(
                "/" + alias + "/_bulk?require_alias=true&filter_path=errors,items.*._id,items.*.status,items.*.error",
                lines.toByteArray());
        lines.reset();
        if (!reply.path("errors").asBoolean()) {
            return;
        }
        for (JsonNode item : reply.path("items")) {
            JsonNode outcome = item.iterator().next();
            int status = outcome.path("status").asInt();
            if (status == CONFLICT) {
                losers.add(outcome.path("_id").asString());
            } else if (outcome.has("error")) {
                throw new SearchServerFailed(status, "a write was refused: " + outcome.path("error"), null);
            }
        }
    }
}
