package io.daybook.command.notification;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxInMemoryTest extends OutboxConformance {
    @Override
    protected Outbox outbox() {
        return new OutboxInMemory();
    }
}
