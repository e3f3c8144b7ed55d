package io.daybook.infra.serialization;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Takes the one value out of a wrapper record, and puts it back in. */
final class Wrapper {
    private final RecordComponent component;
    private final Constructor<?> constructor;

    Wrapper(Class<?> type) {
        component = type.getRecordComponents()[0];
        try {
            constructor = type.getDeclaredConstructor(component.getType());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<?> inner() {
        return component.getType();
    }

    Object unwrap(Object wrapped) {
        try {
            return component.getAccessor().invoke(wrapped);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the wrapper does not accept the value */
    Object wrap(Object value) {
        try {
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
