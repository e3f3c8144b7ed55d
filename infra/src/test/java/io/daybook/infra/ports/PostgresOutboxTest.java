package io.daybook.infra.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.notification.DueNotification;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.OutboxConformance;
import io.daybook.infra.eventstore.TestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresOutboxTest extends OutboxConformance {
    private static final TestLog LOG = new TestLog();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Override
    protected Outbox outbox() {
        JdbcClient db = JdbcClient.create(LOG.dataSource());
        db.sql("delete from notification").update();
        return new PostgresOutbox(db);
    }

    @Test
    void what_is_added_is_there_when_its_callers_transaction_is_and_only_then() {
        Outbox outbox = outbox();
        Transaction undone = LOG.transactions().startTransaction();
        outbox.add(List.of(due("a", "smtp", 0)));
        undone.rollback();
        Transaction done = LOG.transactions().startTransaction();
        outbox.add(List.of(due("b", "smtp", 0)));
        done.commit();

        assertThat(outbox.find("a")).isEmpty();
        assertThat(outbox.find("b")).hasSize(1);
    }

    @Test
    void of_many_who_claim_at_once_each_message_goes_to_one() throws Exception {
        Outbox outbox = outbox();
        outbox.add(
                IntStream.range(0, 200).mapToObj(n -> due("m" + n, "smtp", 0)).toList());

        List<DueNotification> claimed = new ArrayList<>();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<DueNotification>> node = () -> {
                List<DueNotification> mine = new ArrayList<>();
                List<DueNotification> some;
                do {
                    some = outbox.claim("smtp", 7, NOW, NOW.plusSeconds(60));
                    mine.addAll(some);
                } while (!some.isEmpty());
                return mine;
            };
            for (Future<List<DueNotification>> all : nodes.invokeAll(List.of(node, node, node, node))) {
                claimed.addAll(all.get());
            }
        }

        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }
}
