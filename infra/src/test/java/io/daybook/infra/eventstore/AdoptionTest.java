package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdoptionTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_new_log_is_adopted_where_it_lies() {
        assertThat(log.adoption.refusal()).isEmpty();
        try (TestLog again = log.other()) {
            assertThat(again.adoption.refusal()).isEmpty();
            assertThat(again.adoption.logId()).isEqualTo(log.adoption.logId());
        }
    }

    @Test
    void a_log_that_was_moved_runs_nothing_until_it_is_adopted() {
        log.store.publish(facts("A", 3));
        UUID former = log.adoption.logId();
        log.sql().sql("update log_head set system_identifier = 1").update();

        try (TestLog moved = log.other()) {
            assertThat(moved.adoption.refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("now lies at"));
            assertThatThrownBy(() -> moved.store.publish(List.of(fact("A", 3)))).isInstanceOf(StoreNotAdopted.class);
            assertThatThrownBy(() -> moved.store.readEvents("A")).isInstanceOf(StoreNotAdopted.class);

            UUID adopted = moved.adoption.adopt(false);

            assertThat(adopted).isNotEqualTo(former);
            moved.store.publish(List.of(fact("A", 3)));
            assertThat(moved.reader.head()).isEqualTo(4);
            // a process of the former incarnation that was still running
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> log.store.publish(List.of(fact("A", 4))))
                        .isInstanceOf(StoreNotAdopted.class);
            }
            assertThat(log.adoption.refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("start it again"));
        }
    }

    @Test
    void after_a_failover_without_loss_the_incarnation_may_be_kept() {
        log.store.publish(facts("A", 3));
        UUID former = log.adoption.logId();
        log.sql().sql("update log_head set timeline = timeline + 1").update();

        try (TestLog promoted = log.other()) {
            assertThat(promoted.adoption.refusal()).isPresent();
            assertThat(promoted.adoption.adopt(true)).isEqualTo(former);
            assertThat(promoted.adoption.refusal()).isEmpty();
        }
    }

    @Test
    void a_token_beyond_the_end_is_noticed_and_set_back_by_adoption() {
        log.store.publish(facts("A", 3));
        TokenStore tokens = log.tokens("a");
        log.transactions()
                .executeInTransaction(() -> tokens.initializeTokenSegments(
                        "process",
                        1,
                        ReplayToken.createReplayToken(
                                new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(7))));

        try (TestLog restored = log.other()) {
            assertThat(restored.adoption.refusal())
                    .hasValueSatisfying(why -> assertThat(why)
                            .isEqualTo("the token of process[0] at 7 lies beyond the log's last position 3"));

            restored.adoption.adopt(false);

            TrackingToken token = restored.transactions()
                    .fetchInTransaction(() -> restored.tokens("b").fetchToken("process", 0));
            assertThat(token).isEqualTo(new GlobalSequenceTrackingToken(3));
        }
    }
}
