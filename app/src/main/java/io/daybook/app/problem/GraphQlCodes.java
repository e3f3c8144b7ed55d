package io.daybook.app.problem;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Gives a code to the errors that arise before any field is fetched: documents that do not parse or fit the schema. */
final class GraphQlCodes implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(GraphQlCodes::coded);
    }

    private static WebGraphQlResponse coded(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(builder ->
                        builder.errors(errors.stream().map(GraphQlCodes::coded).toList()));
    }

    private static GraphQLError coded(GraphQLError error) {
        Map<String, Object> said = error.getExtensions() == null ? Map.of() : error.getExtensions();
        if (said.containsKey("code")) {
            return error;
        }
        var extensions = new LinkedHashMap<>(said);
        extensions.put("code", "request.invalid");
        return GraphqlErrorBuilder.newError()
                .errorType(error.getErrorType())
                .message("%s", error.getMessage())
                .path(error.getPath() == null ? List.of() : error.getPath())
                .locations(error.getLocations())
                .extensions(extensions)
                .build();
    }
}
