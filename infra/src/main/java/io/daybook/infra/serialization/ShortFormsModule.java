package io.daybook.infra.serialization;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Writes {@code "sku": "LAMP-1"} where a plain mapper would write {@code "sku": {"value": "LAMP-1"}}, and reads it back. */
final class ShortFormsModule extends SimpleModule {
    ShortFormsModule() {
        super("daybook-short-forms");
        setSerializerModifier(new ValueSerializerModifier() {
            @Override
            public ValueSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> usual) {
                return Shapes.isWrapper(bean.getBeanClass()) ? new Unwrapping(bean.getBeanClass()) : usual;
            }
        });
        setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> usual) {
                Class<?> type = bean.getBeanClass();
                if (Shapes.isChoiceOfWrappers(type)) {
                    return new Choosing(type);
                }
                return Shapes.isWrapper(type) ? new Wrapping(type) : usual;
            }
        });
    }

    private static final class Unwrapping extends ValueSerializer<Object> {
        private final Wrapper wrapper;

        Unwrapping(Class<?> type) {
            wrapper = new Wrapper(type);
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            context.writeValue(out, wrapper.unwrap(value));
        }
    }

    private static final class Wrapping extends ValueDeserializer<Object> {
        private final Wrapper wrapper;

        Wrapping(Class<?> type) {
            wrapper = new Wrapper(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            return wrapper.wrap(context.readValue(in, wrapper.inner()));
        }
    }

    private static final class Choosing extends ValueDeserializer<Object> {
        private final Map<Class<?>, Wrapper> byInner = new LinkedHashMap<>();

        Choosing(Class<?> choice) {
            for (Class<?> wrapped : choice.getPermittedSubclasses()) {
                Wrapper wrapper = new Wrapper(wrapped);
                byInner.put(wrapper.inner(), wrapper);
            }
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            Class<?> inner = scalar(in.currentToken());
            Wrapper wrapper = byInner.get(inner);
            if (wrapper == null) {
                throw new IllegalArgumentException("no choice is written as " + in.currentToken());
            }
            return wrapper.wrap(context.readValue(in, inner));
        }

        private static Class<?> scalar(JsonToken token) {
            if (token.isBoolean()) {
                return boolean.class;
            }
            return token.isNumeric() ? BigDecimal.class : String.class;
        }
    }
}
