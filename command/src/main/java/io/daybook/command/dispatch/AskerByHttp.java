package io.daybook.command.dispatch;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Whoever asks over REST names the key in the header {@value Reply#IDEMPOTENCY_KEY}. */
public final class AskerByHttp implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asker.class;
    }

    @Override
    public Asker resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String[] keys = request.getHeaderValues(Reply.IDEMPOTENCY_KEY);
        return new Asker(request.getUserPrincipal(), keys == null ? null : String.join(",", keys));
    }
}
