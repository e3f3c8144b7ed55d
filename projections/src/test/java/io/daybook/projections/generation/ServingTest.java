package io.daybook.projections.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.projections.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServingTest {
    private static final String VIEW = "order-status";

    @Test
    void a_look_that_was_held_up_does_not_undo_a_later_one() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            Generations generations = new Generations(database.dataSource());
            generations.create(VIEW, 1);
            HeldUp held = new HeldUp(database.dataSource());
            Serving serving = new Serving(new Generations(held));

            Thread early = Thread.ofPlatform().start(serving::refresh);
            held.reached.await();
            generations.create(VIEW, 1);
            Thread late = Thread.ofPlatform().start(serving::refresh);
            while (late.getState() != Thread.State.BLOCKED && late.isAlive()) {
                LockSupport.parkNanos(1_000_000);
            }
            held.goOn.countDown();
            early.join();
            late.join();

            assertThat(serving.kept(VIEW)).extracting(Generation::number).containsExactly(2, 1);
        }
    }

    /** Keeps the second query of all waiting: the first look then knows the generations but not yet the pointers. */
    private static final class HeldUp extends DelegatingDataSource {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger queries = new AtomicInteger();

        HeldUp(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (queries.incrementAndGet() == 2) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
            return super.getConnection();
        }
    }
}
