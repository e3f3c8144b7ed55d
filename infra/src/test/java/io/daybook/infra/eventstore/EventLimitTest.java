package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.Refused;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventLimitTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_event_above_the_limit_is_refused_with_all_that_was_to_be_recorded_with_it() {
        DomainEventMessage<?> large = fact("A", 1, "x".repeat(TestLog.LIMIT.bytes()));

        assertThatThrownBy(() -> log.store.publish(List.of(fact("A", 0), large)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOfSatisfying(EventTooLarge.class, told -> {
                            assertThat(told.code()).isEqualTo("event.too-large");
                            assertThat(told.event()).isEqualTo("catalog.ProductDelisted");
                            assertThat(told.size()).isGreaterThan(told.limit());
                            assertThat(told.limit()).isEqualTo(TestLog.LIMIT.bytes());
                        }));

        assertThat(log.reader.head()).isZero();
        log.store.publish(List.of(fact("A", 0)));
        assertThat(log.reader.head()).isEqualTo(1);
    }

    @Test
    void content_and_metadata_count_together_to_the_byte() {
        log.store.publish(List.of(fact("A", 0, "")));
        RecordedRow empty = log.reader.page(0, 1, 1).getFirst();
        int rest = TestLog.LIMIT.bytes() - empty.payload().length - empty.metadata().length;

        log.store.publish(List.of(fact("A", 1, "x".repeat(rest))));
        assertThatThrownBy(() -> log.store.publish(List.of(fact("A", 2, "x".repeat(rest + 1)))))
                .isInstanceOf(Refused.class);

        assertThat(log.reader.head()).isEqualTo(2);
    }
}
