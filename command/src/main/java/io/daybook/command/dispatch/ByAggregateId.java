package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Every command says which aggregate it is for; the domain carries no annotation that would. */
public final class ByAggregateId implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).aggregateId(), null);
    }
}
