package io.daybook.command.payment;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Done;
import org.springframework.graphql.data.method.annotation.Argument;
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
    Done retryCapture(@Argument String order, @Argument String capture, Asker asker) {
        return wishes.capture(order, capture, asker);
    }

    @MutationMapping
    Done retryRefund(@Argument String order, @Argument String refund, Asker asker) {
        return wishes.refund(order, refund, asker);
    }
}
