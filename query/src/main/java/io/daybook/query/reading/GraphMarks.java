package io.daybook.query.reading;

import graphql.GraphQLContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Says in GraphQL what headers say in REST: {@code extensions.answers.<field>} holds {@code generation} and {@code stale} of each
 * top-level field.
 */
public final class GraphMarks implements WebGraphQlInterceptor {
    private static final String KEY = GraphMarks.class.getName();

    /** Notes where the answer to a top-level field came from and hands over its body. */
    public static <T> T noted(GraphQLContext context, String field, Answered<T> answered) {
        Map<String, Object> marks = context.computeIfAbsent(KEY, key -> new ConcurrentHashMap<String, Object>());
        marks.put(field, Map.of("generation", answered.generation(), "stale", answered.stale()));
        return answered.body();
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(GraphMarks::marked);
    }

    private static WebGraphQlResponse marked(WebGraphQlResponse response) {
        @Nullable
        Map<String, Object> marks =
                response.getExecutionInput().getGraphQLContext().get(KEY);
        if (marks == null) {
            return response;
        }
        Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put("answers", marks);
        return response.transform(to -> to.extensions(extensions));
    }
}
