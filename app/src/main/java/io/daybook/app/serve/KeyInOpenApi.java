package io.daybook.app.serve;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Reply;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;

/** Tells OpenAPI of the header from which an endpoint has its {@link Asker}. */
final class KeyInOpenApi implements OperationCustomizer {
    KeyInOpenApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asker.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        return Arrays.stream(endpoint.getMethodParameters()).anyMatch(p -> p.getParameterType() == Asker.class)
                ? operation.addParametersItem(new HeaderParameter()
                        .name(Reply.IDEMPOTENCY_KEY)
                        .required(false)
                        .schema(new StringSchema()))
                : operation;
    }
}
