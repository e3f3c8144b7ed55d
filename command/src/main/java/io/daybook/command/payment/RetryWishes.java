package io.daybook.command.payment;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person wants money moved that the provider refused to move, the same over REST and GraphQL. Each retry is another wish to the
 * provider, so a repeat of the request must be known as one: it needs a key.
 */
final class RetryWishes {
    private final Commands commands;
    private final Clock clock;

    RetryWishes(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    Done capture(@Nullable String order, @Nullable String capture, Asker asker) {
        OrderId id = Form.read("id", order, OrderId::new);
        String which = Form.text("capture", capture);
        return send(new RetryCapture(id, which, clock.instant()), which, asker);
    }

    Done refund(@Nullable String order, @Nullable String refund, Asker asker) {
        OrderId id = Form.read("id", order, OrderId::new);
        String which = Form.text("refund", refund);
        return send(new RetryRefund(id, which, clock.instant()), which, asker);
    }

    private Done send(PaymentCommand wish, String which, Asker asker) {
        String order = wish.order().value();
        Scope scope = Scope.required(asker, "payment." + wish.getClass().getSimpleName());
        return commands.once(scope, List.of(order, which), order, wish);
    }
}
