package io.daybook.projections.productsearch;

import io.daybook.projections.engine.RowJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names and life of the indices of a generation: one of documents, one of marks. Writers address them by an alias that only
 * {@link #create} makes, so that a write can never bring a lost index back without its mapping.
 */
final class SearchIndices {
    private static final int ALREADY_THERE = 400;
    private static final int NOT_THERE = 404;

    private final SearchServer server;
    private final String prefix;

    /**
     * @param prefix of every index, lower case
     */
    SearchIndices(SearchServer server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    String documents(int generation) {
        return String.format(Locale.ROOT, "%sproducts-%06d", prefix, generation);
    }

    String marks(int generation) {
        return documents(generation) + "-marks";
    }

    String writing(String index) {
        return index + "-write";
    }

    void create(int generation) {
        create(documents(generation), "index.json");
        create(marks(generation), "marks.json");
    }

    private void create(String index, String resource) {
        ObjectNode body = definition(resource);
        body.putObject("aliases").putObject(writing(index));
        try {
            server.put("/" + index + "?wait_for_active_shards=1", body);
        } catch (SearchServerFailed refused) {
            if (refused.status() != ALREADY_THERE || !exists(index)) {
                throw refused;
            }
        }
    }

    void drop(int generation) {
        server.delete("/" + documents(generation) + "," + marks(generation) + "?ignore_unavailable=true");
    }

    boolean exists(String index) {
        try {
            return server.get("/" + index + "/_settings?filter_path=*.settings.index.uuid")
                    .has(index);
        } catch (SearchServerFailed refused) {
            if (refused.status() == NOT_THERE) {
                return false;
            }
            throw refused;
        }
    }

    void refresh(String index) {
        server.post("/" + index + "/_refresh");
    }

    private static ObjectNode definition(String resource) {
        try (InputStream in = SearchIndices.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + resource);
            }
            return RowJson.mapper().readValue(in, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
