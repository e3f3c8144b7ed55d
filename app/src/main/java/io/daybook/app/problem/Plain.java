package io.daybook.app.problem;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Domain records as plain maps, lists, texts and numbers; a record of one component is that component. */
final class Plain {
    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case List<?> list -> list.stream().map(Plain::of).toList();
            case Record single
            when single.getClass().getRecordComponents().length == 1 ->
                of(read(single, single.getClass().getRecordComponents()[0]));
            case Record several -> components(several);
            default -> value.toString();
        };
    }

    /** The components of a record by name, without those that are null. */
    static Map<String, Object> components(Record value) {
        var members = new LinkedHashMap<String, Object>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object plain = of(read(value, component));
            if (plain != null) {
                members.put(component.getName(), plain);
            }
        }
        return members;
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record component cannot be read: " + component, e);
        }
    }
}
