package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Form;
import io.daybook.command.payment.Authorisation.ActionRequired;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentRefusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For a buyer of whom the provider wants something. What their browser needs for it is asked of the provider each time, since it must
 * not lie in a log or a view. A POST, so that it is not kept on the way either.
 */
@RestController
final class PaymentActionEndpoint {
    private final PaymentBook book;
    private final PaymentProvider provider;

    PaymentActionEndpoint(PaymentBook book, PaymentProvider provider) {
        this.book = book;
        this.provider = provider;
    }

    /** @throws Refused {@code payment.no-action} if nothing is wanted of the buyer */
    @PostMapping("/orders/{id}/payment-action")
    PaymentAction find(@PathVariable String id) {
        OrderId order = Form.read("id", id, OrderId::new);
        if (book.read(order) instanceof Payment.ActionRequired waiting) {
            return provider.find(order, waiting.since()).stream()
                    .map(PaymentStanding::authorisation)
                    .filter(ActionRequired.class::isInstance)
                    .map(ActionRequired.class::cast)
                    .filter(action -> action.id().value().equals(waiting.authorisation()))
                    .findFirst()
                    .map(action -> new PaymentAction(order.value(), action.clientSecret()))
                    .orElseThrow(() -> none(order));
        }
        throw none(order);
    }

    private static Refused none(OrderId order) {
        return new Refused(new PaymentRefusal.NoAction(order));
    }
}
