package io.daybook.infra.payment;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.service.V1Services;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.domain.kernel.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an order's payments. Stripe's search knows all of them but learns of a payment only after a while, up to a minute; its list
 * knows the youngest at once but cannot be asked for an order. So a payment that was asked for lately is looked for in both, and each
 * one found is read by its id, since what the search shows of it may be old as well.
 */
final class StripeSearch {
    private static final Duration NOT_YET_SEARCHABLE = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final long PAGE = 100;

    private final StripeLine line;
    private final Clock clock;

    StripeSearch(StripeLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** By its name. */
    Optional<PaymentStanding> read(AuthorisationId id) {
        try {
            return StripeAnswers.standing(line.call(stripe -> read(stripe, id.value())));
        } catch (InvalidRequestException answer) {
            if ("resource_missing".equals(answer.getCode())) {
                return Optional.empty();
            }
            throw PaymentUnanswered.wrong("a payment cannot be read: " + answer.getMessage(), answer);
        } catch (StripeException answer) {
            throw PaymentUnanswered.wrong("a payment cannot be read: " + answer.getMessage(), answer);
        }
    }

    private static PaymentIntent read(V1Services stripe, String id) throws StripeException {
        PaymentIntentRetrieveParams withCharge =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return stripe.paymentIntents().retrieve(id, withCharge, RequestOptions.getDefault());
    }

    /** The newest first. */
    List<PaymentStanding> find(OrderId order, Instant askedAt) {
        try {
            return line.call(stripe -> find(stripe, order, askedAt));
        } catch (StripeException answer) {
            throw PaymentUnanswered.wrong("payments cannot be looked up: " + answer.getMessage(), answer);
        }
    }

    private List<PaymentStanding> find(V1Services stripe, OrderId order, Instant askedAt) throws StripeException {
        Set<String> ids = new LinkedHashSet<>();
        if (askedAt.isAfter(clock.instant().minus(NOT_YET_SEARCHABLE))) {
            for (PaymentIntent young : young(stripe, askedAt)) {
                if (order.value().equals(young.getMetadata().get(StripeAnswers.ORDER))) {
                    ids.add(young.getId());
                }
            }
        }
        for (PaymentIntent known : known(stripe, order)) {
            ids.add(known.getId());
        }
        List<PaymentIntent> found = new ArrayList<>();
        for (String id : ids) {
            found.add(read(stripe, id));
        }
        return found.stream()
                .sorted(Comparator.comparing(PaymentIntent::getCreated).reversed())
                .map(StripeAnswers::standing)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Iterable<PaymentIntent> young(V1Services stripe, Instant askedAt) throws StripeException {
        return stripe.paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCreated(PaymentIntentListParams.Created.builder()
                                .setGte(askedAt.minus(CLOCKS_DIFFER).getEpochSecond())
                                .build())
                        .setLimit(PAGE)
                        .build())
                .autoPagingIterable();
    }

    /** An order id is letters, digits, dots, hyphens and underscores, so it cannot say more than itself in a query. */
    private static Iterable<PaymentIntent> known(V1Services stripe, OrderId order) throws StripeException {
        return stripe.paymentIntents()
                .search(PaymentIntentSearchParams.builder()
                        .setQuery("metadata['" + StripeAnswers.ORDER + "']:'" + order.value() + "'")
                        .setLimit(PAGE)
                        .build())
                .autoPagingIterable();
    }
}
