package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

final class MessageIdsTest {
    private static final int THREADS = 8;
    private static final int EACH = 20_000;

    @Test
    void axon_draws_its_ids_here() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void ids_are_random_uuids_and_no_two_are_equal() throws Exception {
        MessageIds ids = new MessageIds();
        Set<UUID> drawn = ConcurrentHashMap.newKeySet();
        AtOnce.atOnce(THREADS, thread -> {
            for (int i = 0; i < EACH; i++) {
                drawn.add(UUID.fromString(ids.generateIdentifier()));
            }
        });
        assertThat(drawn).hasSize(THREADS * EACH).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }
}
