package io.daybook.command.dispatch;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/** Whoever asks by a mutation names the key in its argument {@value #KEY}; who that is {@link Caller} has said. */
public final class AskerByGraphQl implements HandlerMethodArgumentResolver {
    private static final String KEY = "idempotencyKey";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asker.class;
    }

    @Override
    public Asker resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return new Asker(environment.getGraphQlContext().get(Caller.CALLER), environment.getArgument(KEY));
    }
}
