package io.daybook.query.reading;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/** Matches handlers that return {@code Answered<…>}: Axon's own instance type knows plain classes and type variables only. */
final class AnsweredType extends AbstractResponseType<Answered<?>> {
    AnsweredType() {
        super(Answered.class);
    }

    @Override
    public boolean matches(Type handlers) {
        return isAssignableFrom(handlers instanceof ParameterizedType type ? type.getRawType() : handlers);
    }

    @Override
    @SuppressWarnings("unchecked") // there is no class literal of a parameterized type
    public Class<Answered<?>> responseMessagePayloadType() {
        return (Class<Answered<?>>) getExpectedResponseType();
    }
}
