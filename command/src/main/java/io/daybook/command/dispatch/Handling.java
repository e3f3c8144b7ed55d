package io.daybook.command.dispatch;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Stands around every command handler. A refusal, or whatever else is thrown before anything was applied, leaves as a result and
 * not as an exception, so that the unit of work ends well and the states it loaded stay in memory: a shop that says "sold out" a
 * thousand times a second must not read the log each time.
 */
public final class Handling implements MessageHandlerInterceptor<CommandMessage<?>> {
    /** Metadata that every event of a wish inherits from it. */
    public static final String ORIGIN = "origin";

    private final Answers answers;

    private Handling(Answers answers) {
        this.answers = answers;
    }

    /** The bus every wish takes: in this process, without a transaction, since the append brings its own. */
    public static CommandBus bus(Answers answers) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .duplicateCommandHandlerResolver((name, registered, candidate) -> {
                    throw new IllegalStateException("two handlers for " + name);
                })
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                List.of(new MessageOriginProvider(), new SimpleCorrelationDataProvider(ORIGIN))));
        bus.registerHandlerInterceptor(new Handling(answers));
        return bus;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Attempt attempt = Attempt.current().orElse(null);
        if (attempt == null) {
            return chain.proceed();
        }
        Object outcome = outcome(attempt, chain);
        AnswerRow row = attempt.row();
        if (row != null && outcome instanceof Receipt receipt && receipt.changed()) {
            row.rideWith(receipt, answers);
        }
        attempt.noteOutcome(outcome);
        return outcome;
    }

    private static Object outcome(Attempt attempt, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (RuntimeException e) {
            if (attempt.applied().isEmpty()) {
                return e;
            }
            throw e;
        }
    }
}
