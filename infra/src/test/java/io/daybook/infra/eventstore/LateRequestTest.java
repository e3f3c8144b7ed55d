package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An append whose connection is lost while it is still on its way to the server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class LateRequestTest {
    @Test
    void an_append_that_was_denied_is_not_written_by_a_request_that_arrives_late() throws Exception {
        Addresses servers = DevServers.shared();
        try (TestLog log = new TestLog();
                Wire wire = new Wire(log.url(), "LATE");
                TestLog far = new TestLog(wire.url(), servers.jdbcUser(), servers.jdbcPassword())) {
            far.store.publish(List.of(fact("LATE", 0)));
            wire.loseNextClient();

            assertThatThrownBy(() -> far.store.publish(List.of(fact("LATE", 1))))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("nothing was written");
            wire.release();
            wire.awaitArrival();

            log.store.publish(List.of(fact("B", 0)));
            assertThat(log.store.readEvents("LATE").asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(0L);
        }
    }
}
