package io.daybook.infra.serialization;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.PersonalData;
import java.util.stream.Stream;

/** Which types are written as less than an object. */
final class Shapes {
    private Shapes() {}

    /** An identity or another wrapper around one value: written as that value. */
    static boolean isWrapper(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && !DomainEvent.class.isAssignableFrom(type)
                && !PersonalData.class.isAssignableFrom(type);
    }

    /** A choice between wrappers of different scalars: the scalar itself tells which. */
    static boolean isChoiceOfWrappers(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted != null && permitted.length > 0 && Stream.of(permitted).allMatch(Shapes::isWrapper);
    }
}
