package io.daybook.command.payment;

import static io.daybook.command.dispatch.Caller.CALLER;

import io.daybook.command.dispatch.Done;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Captures and refunds that failed, over GraphQL. */
@Controller
final class RetryMutationEndpoint {
    private final RetryWishes wishes;

    RetryMutationEndpoint(RetryWishes wishes) {
        this.wishes = wishes;
    }

    @MutationMapping
    Done retryCapture(
            @Argument String order,
            @Argument String capture,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument String idempotencyKey) {
        return wishes.capture(order, capture, who, idempotencyKey);
    }

    @MutationMapping
    Done retryRefund(
            @Argument String order,
            @Argument String refund,
            @ContextValue(name = CALLER, required = false) @Nullable Principal who,
            @Argument String idempotencyKey) {
        return wishes.refund(order, refund, who, idempotencyKey);
    }
}
