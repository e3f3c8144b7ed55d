package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.fraud.FraudCheck;
import io.daybook.domain.fraud.Assessment;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every order is looked at for fraud, beside its payment.
 *
 * <table>
 * <caption>The process</caption>
 * <tr><td>{@code OrderPlaced}</td><td>{@code ScreenOrder}</td><td>happy path: cleared; else sent to review, or refused</td></tr>
 * <tr><td>the order was cancelled meanwhile</td><td>nothing</td><td>it is screened no more</td></tr>
 * </table>
 *
 * <p>The command runs on a thread of its own, in a unit of work of its own, and is awaited before the processor's token commits; after
 * a crash between both it is sent again, and an order is screened once. Whatever else fails stops the batch, which is then tried
 * again.
 */
@ProcessingGroup(WhenOrderPlacedLookForFraud.GROUP)
final class WhenOrderPlacedLookForFraud {
    /** Name of the processor, and of its token. */
    static final String GROUP = "fulfilment";

    private static final Logger LOG = LoggerFactory.getLogger(WhenOrderPlacedLookForFraud.class);

    private final FraudCheck fraud;
    private final Commands commands;
    private final Lanes lanes;
    private final Clock clock;
    private final Duration reviewWithin;

    WhenOrderPlacedLookForFraud(FraudCheck fraud, Commands commands, Lanes lanes, Clock clock, Duration reviewWithin) {
        this.fraud = fraud;
        this.commands = commands;
        this.lanes = lanes;
        this.clock = clock;
        this.reviewWithin = reviewWithin;
    }

    @EventHandler
    void on(OrderPlaced event, @MetaDataValue(Handling.ORIGIN) @Nullable String origin) {
        if (Imported.is(origin)) {
            return;
        }
        CompletableFuture<Boolean> screened = lanes.submit(event.aggregateId(), () -> screen(event));
        CurrentUnitOfWork.get().onPrepareCommit(batch -> screened.join());
    }

    private boolean screen(OrderPlaced event) {
        Assessment found = fraud.assess(event);
        Instant now = clock.instant();
        try {
            return commands.send(new ScreenOrder(
                            event.order(), found.score(), verdict(found), found.reasons(), now.plus(reviewWithin), now))
                    .changed();
        } catch (Refused refused) {
            LOG.info("order {} is not screened: {}", event.order(), refused.getMessage());
            return false;
        }
    }

    private static Verdict verdict(Assessment found) {
        return switch (found.advice()) {
            case CLEAR -> Verdict.CLEAR;
            case REVIEW -> Verdict.REVIEW;
            case REFUSE -> Verdict.REFUSE;
        };
    }
}
