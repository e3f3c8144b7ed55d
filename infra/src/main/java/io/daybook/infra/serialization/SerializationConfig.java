package io.daybook.infra.serialization;

import io.daybook.infra.eventstore.LogConnections;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Serializers: ours for events, Axon's own JSON for tokens and the rest. Needs an {@link EventTypes} bean from the program. */
@Configuration(proxyBeanMethods = false)
public class SerializationConfig {
    @Bean
    SubjectKeys subjectKeys(LogConnections connections) {
        return new CachedSubjectKeys(new PostgresSubjectKeys(connections.dataSource()));
    }

    @Bean
    EventCodec eventCodec(EventTypes types, SubjectKeys keys, ObjectProvider<EventUpcaster> upcasters) {
        return new EventCodec(types, keys, List.copyOf(upcasters.stream().toList()));
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(EventCodec codec) {
        return new EventSerializer(codec);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return generalSerializer();
    }

    /** Reads its own {@code ReplayToken}, which the plain one refuses: tokens name the class of the token inside them. */
    public static Serializer generalSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
