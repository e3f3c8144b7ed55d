package io.daybook.projections.running;

import io.daybook.projections.engine.FoldGuard;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;

/** Stands at every bus and refuses what a fold would send. */
public final class NoMessagesWhileFolding {
    public NoMessagesWhileFolding(List<CommandBus> commands, List<EventBus> events, List<QueryBus> queries) {
        commands.forEach(bus -> bus.registerDispatchInterceptor(new Refusing<CommandMessage<?>>()));
        events.forEach(bus -> bus.registerDispatchInterceptor(new Refusing<EventMessage<?>>()));
        queries.forEach(bus -> bus.registerDispatchInterceptor(new Refusing<QueryMessage<?, ?>>()));
    }

    private static final class Refusing<M extends Message<?>> implements MessageDispatchInterceptor<M> {
        @Override
        public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
            messages.forEach(message ->
                    FoldGuard.refuseWhileFolding(message.getPayloadType().getSimpleName()));
            return (index, message) -> message;
        }
    }
}
