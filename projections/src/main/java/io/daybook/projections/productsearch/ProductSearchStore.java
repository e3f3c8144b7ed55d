package io.daybook.projections.productsearch;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import io.daybook.projections.engine.ViewStore;
import io.daybook.projections.joined.ProductRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The joined rows in Elasticsearch. A row is read by its id, which sees every write; searches see it after the next refresh. */
final class ProductSearchStore implements ViewStore<ProductRow> {
    static final String VIEW = "product-search";
    private static final int READ_AT_ONCE = 500;
    /** Half of {@code refresh_interval}. */
    private static final Duration PACE = Duration.ofMillis(100);

    private static final String ROW = "_source_includes=row,applied";

    private final SearchServer server;
    private final SearchIndices indices;
    private final SearchMarks marks;

    ProductSearchStore(SearchServer server, SearchIndices indices) {
        this.server = server;
        this.indices = indices;
        this.marks = new SearchMarks(server, indices, VIEW);
    }

    @Override
    public void create(int generation) {
        indices.create(generation);
    }

    @Override
    public void drop(int generation) {
        indices.drop(generation);
    }

    @Override
    public Map<String, Row<ProductRow>> read(int generation, Collection<String> keys) {
        Map<String, Row<ProductRow>> rows = new HashMap<>();
        List<String> ids = List.copyOf(keys);
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            for (JsonNode doc : server.post("/" + indices.documents(generation) + "/_mget?" + ROW, Map.of("ids", some))
                    .path("docs")) {
                if (doc.has("error")) {
                    throw new SearchServerFailed(0, "a row cannot be read: " + doc.path("error"), null);
                }
                if (doc.path("found").asBoolean()) {
                    Row<ProductRow> row = row(doc);
                    rows.put(row.key(), row);
                }
            }
        }
        return rows;
    }

    @Override
    public Set<String> write(int generation, Collection<Row<ProductRow>> rows, Advance advance) {
        BulkLines bulk = new BulkLines(server, indices.writing(indices.documents(generation)));
        rows.forEach(row -> bulk.put(row.key(), row.version(), ProductDocument.of(row)));
        Set<String> losers = bulk.finish();
        if (losers.isEmpty()) {
            marks.advance(generation, advance);
        }
        return losers;
    }

    @Override
    public void begin(int generation, Progress progress) {
        marks.replace(generation, progress);
    }

    @Override
    public Progress progress(int generation) {
        return marks.all(generation);
    }

    @Override
    public void flush(int generation) {
        indices.refresh(indices.documents(generation));
    }

    /** Four requests a batch, each made durable, and searches see nothing before the next refresh anyway. */
    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public long count(int generation) {
        flush(generation);
        return server.get("/" + indices.documents(generation) + "/_count")
                .path("count")
                .asLong();
    }

    @Override
    public void scan(int generation, Consumer<Row<ProductRow>> consumer) {
        flush(generation);
        Map<String, Object> page = new HashMap<>(
                Map.of("size", READ_AT_ONCE, "sort", List.of(Map.of("sku", "asc")), "seq_no_primary_term", true));
        while (true) {
            List<JsonNode> hits = new ArrayList<>();
            server.post("/" + indices.documents(generation) + "/_search?" + ROW, page)
                    .path("hits")
                    .path("hits")
                    .forEach(hits::add);
            hits.forEach(hit -> consumer.accept(row(hit)));
            if (hits.size() < READ_AT_ONCE) {
                return;
            }
            page.put("search_after", hits.getLast().path("sort"));
        }
    }

    private static Row<ProductRow> row(JsonNode doc) {
        JsonNode source = doc.path("_source");
        ProductRow value =
                source.hasNonNull("row") ? RowJson.read(source.path("row").asString(), ProductRow.class) : null;
        Version version = SearchMarks.version(doc);
        return new Row<>(
                doc.path("_id").asString(),
                value,
                RowJson.readSequences(source.path("applied").asString()),
                version);
    }
}
