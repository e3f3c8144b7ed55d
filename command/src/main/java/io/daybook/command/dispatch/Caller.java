package io.daybook.command.dispatch;

import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import reactor.core.publisher.Mono;

/**
 * Hands the one who asks to mutations, for which {@link AskerByGraphQl} finds the {@link Principal} under {@link #CALLER} in their
 * context. So a key belongs to the same caller whichever way it comes in, and to no other.
 */
public final class Caller implements WebGraphQlInterceptor {
    /** Absent while callers have no names. */
    public static final String CALLER = "caller";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Principal who = ofThisThread();
        if (who != null) {
            request.configureExecutionInput(
                    (input, to) -> to.graphQLContext(Map.of(CALLER, who)).build());
        }
        return chain.next(request);
    }

    private static @Nullable Principal ofThisThread() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getUserPrincipal()
                : null;
    }
}
