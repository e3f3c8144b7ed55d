package io.daybook.projections.productsearch;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Advance.Step;
import io.daybook.projections.engine.LostMark;
import io.daybook.projections.engine.MarkWentBack;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Progress.Mark;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;

/** How far a generation has come: a document per partition, in an index of its own beside the documents. */
final class SearchMarks {
    private static final int MOST_PARTITIONS = 10_000;
    private static final int PATIENCE = 20;

    private final SearchServer server;
    private final SearchIndices indices;
    private final String view;

    SearchMarks(SearchServer server, SearchIndices indices, String view) {
        this.server = server;
        this.indices = indices;
        this.view = view;
    }

    private record Document(String topic, int partition, long nextOffset, String logId) {
        static Document of(TopicPartition at, Mark mark) {
            return new Document(at.topic(), at.partition(), mark.nextOffset(), mark.logId());
        }

        TopicPartition at() {
            return new TopicPartition(topic, partition);
        }

        Mark mark() {
            return new Mark(nextOffset, logId);
        }
    }

    private record Kept(Mark mark, Version version) {}

    Progress all(int generation) {
        String index = indices.marks(generation);
        if (!indices.exists(index)) {
            return Progress.NONE;
        }
        indices.refresh(index);
        Map<TopicPartition, Mark> marks = new HashMap<>();
        for (JsonNode hit : server.post("/" + index + "/_search", Map.of("size", MOST_PARTITIONS))
                .path("hits")
                .path("hits")) {
            Document document = RowJson.mapper().treeToValue(hit.path("_source"), Document.class);
            marks.put(document.at(), document.mark());
        }
        return new Progress(marks);
    }

    void replace(int generation, Progress progress) {
        BulkLines bulk = new BulkLines(server, indices.writing(indices.marks(generation)));
        all(generation).marks().keySet().stream()
                .filter(at -> !progress.marks().containsKey(at))
                .forEach(at -> bulk.remove(at.toString()));
        progress.marks().forEach((at, mark) -> bulk.overwrite(at.toString(), Document.of(at, mark)));
        var _ = bulk.finish();
    }

    /** Never backwards within one log. Several writers may move the same mark. */
    void advance(int generation, Advance advance) {
        Map<TopicPartition, Step> left = new HashMap<>(advance.steps());
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == PATIENCE) {
                throw new IllegalStateException(
                        "marks of " + view + " are moved by too many writers: " + left.keySet());
            }
            Map<TopicPartition, Kept> kept = read(generation, left.keySet());
            BulkLines bulk = new BulkLines(server, indices.writing(indices.marks(generation)));
            kept.forEach((at, now) -> {
                Step wanted = left.get(at);
                if (wanted == null || wanted.findsItDone(now.mark())) {
                    left.remove(at);
                } else if (wanted.findsItBefore(now.mark())) {
                    throw new MarkWentBack(
                            view, generation, at + " at " + now.mark().nextOffset());
                } else {
                    bulk.put(at.toString(), now.version(), Document.of(at, wanted.to()));
                }
            });
            var losers = bulk.finish();
            left.keySet().removeIf(at -> !losers.contains(at.toString()));
        }
    }

    private Map<TopicPartition, Kept> read(int generation, Iterable<TopicPartition> partitions) {
        List<String> ids = new ArrayList<>();
        partitions.forEach(at -> ids.add(at.toString()));
        Map<TopicPartition, Kept> found = new HashMap<>();
        for (JsonNode doc : server.post("/" + indices.marks(generation) + "/_mget", Map.of("ids", ids))
                .path("docs")) {
            JsonNode error = doc.path("error");
            if (!error.isMissingNode() && !error.path("type").asString().equals("index_not_found_exception")) {
                throw new SearchServerFailed(0, "a mark cannot be read: " + error, null);
            }
            if (!doc.path("found").asBoolean()) {
                throw new LostMark(view, generation, doc.path("_id").asString());
            }
            Document document = RowJson.mapper().treeToValue(doc.path("_source"), Document.class);
            found.put(document.at(), new Kept(document.mark(), version(doc)));
        }
        return found;
    }

    static Version version(JsonNode doc) {
        return new Version(
                doc.path("_seq_no").asLong(), doc.path("_primary_term").asLong());
    }
}
