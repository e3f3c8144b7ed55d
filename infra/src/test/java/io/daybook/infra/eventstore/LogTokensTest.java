package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogTokensTest {
    private final TestLog log = new TestLog();
    private final TransactionManager transactions = log.transactions();
    private final TokenStore tokens = new LogTokens(log.dataSource(), TestLog.TOKENS);

    @BeforeEach
    void claim() {
        transactions.executeInTransaction(() -> tokens.initializeTokenSegments("reader", 1));
        transactions.executeInTransaction(() -> tokens.fetchToken("reader", 0));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void only_the_commit_of_a_token_does_not_wait_for_the_disk() {
        assertThat(waitsForDisk()).isEqualTo("on");
        String storing = transactions.fetchInTransaction(() -> {
            tokens.storeToken(new GlobalSequenceTrackingToken(7), "reader", 0);
            return waitsForDisk();
        });

        assertThat(storing).isEqualTo("off");
        assertThat(waitsForDisk()).isEqualTo("on");
        assertThat(transactions.fetchInTransaction(() -> tokens.fetchToken("reader", 0)))
                .isEqualTo(new GlobalSequenceTrackingToken(7));
        assertThat(transactions.fetchInTransaction(() -> {
                    tokens.extendClaim("reader", 0);
                    return waitsForDisk();
                }))
                .isEqualTo("on");
    }

    @Test
    void what_a_handler_wrote_with_its_token_waits_for_the_disk() {
        log.sql().sql("create table told (event text)").update();
        String storing = transactions.fetchInTransaction(() -> {
            log.sql().sql("insert into told values ('shipped')").update();
            tokens.storeToken(new GlobalSequenceTrackingToken(7), "reader", 0);
            return waitsForDisk();
        });

        assertThat(storing).isEqualTo("on");
    }

    private String waitsForDisk() {
        return log.sql().sql("show synchronous_commit").query(String.class).single();
    }
}
