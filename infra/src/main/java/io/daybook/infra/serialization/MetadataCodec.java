package io.daybook.infra.serialization;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as one flat JSON object of texts. */
public final class MetadataCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final ObjectReader READER = JSON.readerFor(TEXTS);
    private static final ObjectWriter WRITER = JSON.writerFor(TEXTS);

    /** What of an event's metadata leaves with it; the rest is for tracing in the log. */
    public static final Set<String> PUBLISHED = Set.of("origin");

    private MetadataCodec() {}

    public static byte[] encode(Map<String, ?> metadata) {
        TreeMap<String, String> texts = new TreeMap<>();
        metadata.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return WRITER.writeValueAsBytes(texts);
    }

    public static Map<String, String> decode(byte[] metadata) {
        return READER.readValue(metadata);
    }
}
