package io.daybook.projections.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Rows as JSON: identities and attribute values as bare scalars, so that people who look into a store can read it. Equal rows give
 * equal text, which is what comparisons of generations rest on.
 */
public final class RowJson {
    private static final TypeReference<Map<String, Long>> SEQUENCES = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultVisibility(see -> see.withIsGetterVisibility(Visibility.NONE))
            .addModule(bareScalars())
            .build();

    private RowJson() {}

    /** For stores whose clients want a mapper. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object row) {
        return MAPPER.writeValueAsString(row);
    }

    public static <R> R read(String json, Class<R> type) {
        return MAPPER.readValue(json, type);
    }

    /** A row's sequence map. */
    public static Map<String, Long> readSequences(String json) {
        return MAPPER.readValue(json, SEQUENCES);
    }

    private static SimpleModule bareScalars() {
        SimpleModule module = new SimpleModule("daybook-rows");
        bare(module, Sku.class, Sku::value, Sku::new);
        bare(module, LocationId.class, LocationId::value, LocationId::new);
        bare(module, OrderId.class, OrderId::value, OrderId::new);
        bare(module, CustomerId.class, CustomerId::value, CustomerId::new);
        bare(module, ReservationId.class, ReservationId::value, ReservationId::new);
        module.addSerializer(AttributeValue.class, new AttributeWriter());
        module.addDeserializer(AttributeValue.class, new AttributeReader());
        return module;
    }

    private static <T> void bare(
            SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> parse) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(text.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return parse.apply(in.getString());
            }
        });
    }

    private static final class AttributeWriter extends ValueSerializer<AttributeValue> {
        @Override
        public void serialize(AttributeValue value, JsonGenerator out, SerializationContext context) {
            switch (value) {
                case Words words -> out.writeString(words.value());
                case Figure figure -> out.writeNumber(figure.value());
                case Flag flag -> out.writeBoolean(flag.value());
            }
        }
    }

    private static final class AttributeReader extends ValueDeserializer<AttributeValue> {
        @Override
        public AttributeValue deserialize(JsonParser in, DeserializationContext context) {
            JsonToken token = in.currentToken();
            return switch (token) {
                case VALUE_STRING -> new Words(in.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Figure(in.getDecimalValue());
                case VALUE_TRUE -> new Flag(true);
                case VALUE_FALSE -> new Flag(false);
                default -> throw new IllegalStateException("no attribute value: " + token);
            };
        }
    }
}
