package io.daybook.infra.eventstore;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages and events: UUIDs of version 4, which must differ from each other but need not be hard to guess. One generator with 384
 * bits of state, seeded by the system's secure one, draws them all; the secure one itself would take a sixteenth of what a command
 * costs this process. Axon finds this class by its service file.
 */
public final class MessageIds extends IdentifierFactory {
    private static final int SEED_BYTES = 48;
    private static final RandomGenerator RANDOM =
            RandomGeneratorFactory.of("L128X256MixRandom").create(new SecureRandom().generateSeed(SEED_BYTES));

    @Override
    public String generateIdentifier() {
        long high;
        long low;
        synchronized (RANDOM) {
            high = RANDOM.nextLong();
            low = RANDOM.nextLong();
        }
        return version4(high, low).toString();
    }

    /** Version and variant stand where RFC 9562 wants them. */
    private static UUID version4(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(0b11L << 62)) | (0b10L << 62));
    }
}
