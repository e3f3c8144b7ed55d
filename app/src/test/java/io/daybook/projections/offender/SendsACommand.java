package io.daybook.projections.offender;

import org.axonframework.commandhandling.gateway.CommandGateway;

final class SendsACommand {
    void on(CommandGateway gateway) {
        gateway.sendAndWait("from a projection");
    }
}
