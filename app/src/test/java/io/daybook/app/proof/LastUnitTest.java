package io.daybook.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.app.proof.Storefront.Answer;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two buyers, two processes, one unit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastUnitTest {
    /** Twice the rounds of other proofs: 200 with {@code -Pproof}. */
    private static final int ROUNDS = 2 * Integer.getInteger("daybook.rounds", 2);

    @Test
    void the_last_unit_has_one_winner_and_the_loser_is_told_why(@TempDir Path home) throws Exception {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        try (Program one = Program.begin(home.resolve("one"), shop, Map.of());
                Program two = Program.begin(home.resolve("two"), shop, Map.of());
                ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            Program.awaitRunning(one, two);
            for (int round = 0; round < ROUNDS; round++) {
                String sku = "last-" + round;
                one.storefront().list(sku);
                one.storefront().receive(sku, "berlin", 1);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Answer> first = buyers.submit(() -> buy(one, together, sku + "-first", sku));
                Future<Answer> second = buyers.submit(() -> buy(two, together, sku + "-second", sku));
                List<Answer> answers = List.of(first.get(), second.get());

                assertThat(answers).filteredOn(Answer::accepted).hasSize(1);
                Answer refused =
                        answers.stream().filter(a -> !a.accepted()).findFirst().orElseThrow();
                assertThat(refused.code()).isEqualTo("inventory.not-enough-stock");
                assertThat(refused.body().toString()).contains(sku);
            }
        }
    }

    private static Answer buy(Program program, CyclicBarrier together, String order, String sku) throws Exception {
        together.await();
        return program.storefront().order(order, sku);
    }
}
