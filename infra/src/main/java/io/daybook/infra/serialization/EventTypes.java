package io.daybook.infra.serialization;

import io.daybook.domain.kernel.DomainEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of event that this program knows, by name and by class. */
public final class EventTypes {
    private final Map<String, EventType> byName = new LinkedHashMap<>();
    private final Map<Class<?>, EventType> byClass = new LinkedHashMap<>();

    private EventTypes(Stream<EventType> types) {
        types.forEach(type -> {
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two events are called " + type.name());
            }
            byClass.put(type.type(), type);
        });
    }

    /**
     * Names every record below the sealed interfaces {@code context.Record}, where the context is the last part of the package.
     *
     * @param revisions of the events whose shape has changed since their first release, by name; all others have revision 1
     */
    public static EventTypes of(List<Class<? extends DomainEvent>> families, Map<String, Integer> revisions) {
        return new EventTypes(families.stream().flatMap(EventTypes::leaves).map(leaf -> {
            String name = context(leaf) + "." + leaf.getSimpleName();
            return new EventType(name, revisions.getOrDefault(name, 1), leaf);
        }));
    }

    private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> family) {
        Class<?>[] permitted = family.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(family)
                : Stream.of(permitted).flatMap(below -> leaves(below.asSubclass(DomainEvent.class)));
    }

    private static String context(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public Optional<EventType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException if nobody has registered the class */
    public EventType of(Class<?> type) {
        EventType known = byClass.get(type);
        if (known == null) {
            throw new IllegalArgumentException(type.getName() + " is no registered event");
        }
        return known;
    }

    /** All of them, in the order of their families. */
    public Collection<EventType> all() {
        return byName.values();
    }
}
