package io.daybook.infra.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.daybook.domain.kernel.AboutPerson;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.projections.history.UnknownEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON in UTF-8, and back. What it writes is a storage contract, pinned by one golden file per type and revision. */
public final class EventCodec {
    private final EventTypes types;
    private final SubjectKeys keys;
    private final JsonMapper json;
    private final Map<String, EventUpcaster> upcasters = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    public EventCodec(EventTypes types, SubjectKeys keys, List<EventUpcaster> upcasters) {
        this(types, keys, upcasters, PersonalCipher::freshNonce);
    }

    EventCodec(EventTypes types, SubjectKeys keys, List<EventUpcaster> upcasters, Supplier<byte[]> nonces) {
        this.types = types;
        this.keys = keys;
        upcasters.forEach(u -> this.upcasters.put(u.type() + "#" + u.from(), u));
        json = JsonMapper.builder()
                .addModule(new ShortFormsModule())
                .addModule(new PersonalDataModule(keys, new PersonalCipher(nonces)))
                // the record's own components in the record's own order, and nothing that merely looks like a property
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // upcasters work on trees, and a decimal must come out of one as it went in
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    public EventTypes types() {
        return types;
    }

    /**
     * Encodes what is appended together. The keys of all people whom it is about are asked for first and at once, so
     * that a database that does not answer is told as such and not as an event that cannot be written.
     */
    public List<byte[]> encodeAll(List<? extends DomainEvent> events) {
        Set<CustomerId> people = new HashSet<>();
        for (DomainEvent event : events) {
            // imported history names customers it knows nothing else of: no key is made for them
            if (event instanceof AboutPerson about && about.carriesPersonalData()) {
                people.add(about.subject());
            }
        }
        Map<CustomerId, SubjectKey> known = people.isEmpty() ? Map.of() : keys.current(people);
        List<byte[]> encoded = new ArrayList<>(events.size());
        for (DomainEvent event : events) {
            encoded.add(encode(event, known));
        }
        return encoded;
    }

    /** @throws IllegalArgumentException if nobody has registered the event's class */
    public byte[] encode(DomainEvent event) {
        return encodeAll(List.of(event)).getFirst();
    }

    private byte[] encode(DomainEvent event, Map<CustomerId, SubjectKey> known) {
        ObjectWriter writer = writers.computeIfAbsent(
                event.getClass(), type -> json.writerFor(types.of(type).type()));
        SubjectKey key = event instanceof AboutPerson about ? known.get(about.subject()) : null;
        if (key != null) {
            writer = writer.withAttribute(PersonalDataModule.KEY, key);
        }
        return writer.writeValueAsBytes(event);
    }

    /** What is kept beside events, in the same JSON. It must hold no personal data: nobody has said whose it would be. */
    public byte[] encodeKept(Object form) {
        return json.writeValueAsBytes(form);
    }

    /** @throws tools.jackson.core.JacksonException if the bytes are no such form */
    public <F> F decodeKept(Class<F> form, byte[] payload) {
        return json.readValue(payload, form);
    }

    /**
     * @throws UnknownEventType if the name, or a revision above today's, is not known here
     * @throws tools.jackson.core.JacksonException if the bytes are no such event
     */
    public DomainEvent decode(String name, int revision, byte[] payload) {
        EventType type = types.named(name).orElseThrow(() -> new UnknownEventType(name, revision));
        if (revision == type.revision()) {
            return json.readValue(payload, type.type());
        }
        if (revision > type.revision()) {
            throw new UnknownEventType(name, revision);
        }
        ObjectNode tree = (ObjectNode) json.readTree(payload);
        for (int r = revision; r < type.revision(); r++) {
            EventUpcaster upcaster = upcasters.get(name + "#" + r);
            if (upcaster == null) {
                throw new UnknownEventType(name, r);
            }
            tree = upcaster.upcast(tree);
        }
        return json.treeToValue(tree, type.type());
    }
}
