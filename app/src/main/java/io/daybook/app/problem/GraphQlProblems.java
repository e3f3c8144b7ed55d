package io.daybook.app.problem;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import reactor.core.publisher.Mono;

/** The same problems as GraphQL errors: the members stand in {@code extensions}. */
final class GraphQlProblems implements DataFetcherExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(GraphQlProblems.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment field) {
        Problem problem = Problems.of(thrown);
        if (problem.status() == 500) {
            LOG.error("GraphQL field {} failed", field.getField().getName(), thrown);
        }
        var extensions = new LinkedHashMap<>(problem.members());
        extensions.remove("detail");
        return Mono.just(List.of(GraphQLError.newError()
                .errorType(type(problem.status()))
                .message(problem.detail())
                .path(field.getExecutionStepInfo().getPath())
                .location(field.getField().getSourceLocation())
                .extensions(extensions)
                .build()));
    }

    private static ErrorType type(int status) {
        return switch (status) {
            case 404 -> ErrorType.NOT_FOUND;
            case 401 -> ErrorType.UNAUTHORIZED;
            case 403 -> ErrorType.FORBIDDEN;
            default -> status < 500 ? ErrorType.BAD_REQUEST : ErrorType.INTERNAL_ERROR;
        };
    }
}
