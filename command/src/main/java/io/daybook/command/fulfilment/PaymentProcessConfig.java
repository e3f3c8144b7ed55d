package io.daybook.command.fulfilment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.payment.PaymentProperties;
import io.daybook.command.payment.PaymentProvider;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asks the payment provider; nobody where orders are on invoice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${daybook.payments.provider:none}'.toLowerCase() != 'none'")
class PaymentProcessConfig {
    @Bean
    PaymentDesk paymentDesk(
            PaymentProvider provider,
            Commands commands,
            PaymentBook book,
            Patience patience,
            Clock clock,
            PaymentProperties payments) {
        Teller teller = new Teller(provider, payments.askAgainAfter());
        return new PaymentDesk(teller, patience, book, commands, clock, payments.askAtOnce());
    }

    @Bean
    Patience patience(PaymentProperties payments) {
        return new Patience(payments.askAgainAfter(), payments.watchAtMostEvery());
    }

    @Bean
    PaymentBook paymentBook(EventStore log) {
        return new PaymentBook(log);
    }

    @Bean
    PaymentActionEndpoint paymentActionEndpoint(PaymentBook book, PaymentProvider provider) {
        return new PaymentActionEndpoint(book, provider);
    }

    /** @param run whether this program is one that carries orders on */
    @Bean
    ConfigurerModule paymentProcess(
            ObjectProvider<PaymentDesk> desk, @Value("${daybook.run.processes:true}") boolean run) {
        return configurer -> {
            if (run) {
                Processes.startAtTheTail(configurer, WhenMoneyIsDueAskProvider.GROUP);
                configurer.eventProcessing(processing ->
                        processing.registerEventHandler(config -> new WhenMoneyIsDueAskProvider(desk.getObject())));
            }
        };
    }

    @Bean
    AskAgain askAgain(DuePayments due, PaymentDesk desk, Patience patience, PaymentProperties payments, Clock clock) {
        return new AskAgain(due, desk, patience, payments.askAgainAfter(), clock);
    }

    @Bean
    ExtendPendingHolds extendPendingHolds(EndingHolds ending, Commands commands, HoldProperties holds, Clock clock) {
        return new ExtendPendingHolds(ending, commands, holds, clock);
    }

    @Bean
    RecurringTask<Void> extendPendingHoldsEveryFewSeconds(ExtendPendingHolds extendPendingHolds, HoldProperties holds) {
        return Tasks.recurring("extend-pending-holds", FixedDelay.of(holds.sweepEvery()))
                .execute((instance, context) -> extendPendingHolds.run());
    }

    @Bean
    RecurringTask<Void> askAgainEveryFewSeconds(AskAgain askAgain, PaymentProperties payments) {
        return Tasks.recurring("ask-again", FixedDelay.of(payments.askAgainEvery()))
                .execute((instance, context) -> askAgain.run());
    }
}
