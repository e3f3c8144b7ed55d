package io.daybook.infra.serialization;

import io.daybook.domain.kernel.DomainEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** Shows the codec to Axon, which reads payloads through it as late as possible. It knows events and metadata and nothing else. */
public final class EventSerializer implements Serializer {
    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);

    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();

    public EventSerializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        byte[] bytes;
        if (object instanceof DomainEvent event) {
            bytes = codec.encode(event);
        } else if (object instanceof Map<?, ?> metadata) {
            bytes = MetadataCodec.encode(MetaData.from(names(metadata)));
        } else {
            throw new IllegalArgumentException("neither event nor metadata: " + object);
        }
        return new SimpleSerializedObject<>(
                converter.convert(bytes, representation), representation, typeForClass(object.getClass()));
    }

    private static Map<String, ?> names(Map<?, ?> metadata) {
        return metadata.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] bytes = converter.convert(serialized.getData(), byte[].class);
        SerializedType type = serialized.getType();
        if (type.getName().equals(METADATA.getName())) {
            return (T) MetaData.from(MetadataCodec.decode(bytes));
        }
        return (T) codec.decode(type.getName(), Integer.parseInt(type.getRevision()), bytes);
    }

    /** Unknown events have a class that no handler takes: who does not care for them may pass, who reads them fails. */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA.getName())) {
            return MetaData.class;
        }
        Class<?> known = codec.types()
                .named(type.getName())
                .<Class<?>>map(EventType::type)
                .orElse(null);
        return known == null ? UnknownSerializedType.class : known;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || Map.class.isAssignableFrom(type)) {
            return METADATA;
        }
        EventType known = codec.types().of(type);
        return new SimpleSerializedType(known.name(), Integer.toString(known.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
