package io.daybook.domain.offender;

import org.axonframework.commandhandling.CommandHandler;

final class LeansOnAFramework {
    @CommandHandler
    void handle(String command) {}
}
