package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.app.proof.Storefront.Answer;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One wish for the last unit, sent fifty times at once to three processes, of which the one that has carried it out dies before it can
 * say so. Each process has a {@link Wire} to its database that keeps the answer to the append, so the moment is met in every round:
 * the order is in the log, and its process does not know.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EqualRequestsTest {
    /** One in a quick run, since each costs the start of a process. */
    private static final int GIVEN = Integer.getInteger("daybook.rounds", 2);
    /** Each costs the start of a process. */
    private static final int ROUNDS = GIVEN < 10 ? 1 : GIVEN;

    private static final int EQUAL = 50;
    private static final int PROCESSES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 300;

    /** A process, and its line to the database. */
    private static final class Node implements AutoCloseable {
        private final Shop shop;
        private final Wire wire;
        private Program program;

        Node(Path home, Shop shop, Map<String, String> settings) throws IOException {
            this.shop = shop;
            wire = new Wire(shop.addresses().jdbcUrl());
            Map<String, String> own = new HashMap<>(settings);
            own.put("daybook.roles", "command");
            own.put("spring.datasource.url", wire.jdbcUrl());
            program = Program.begin(home, shop, own);
        }

        synchronized Storefront storefront() {
            return program.storefront();
        }

        void kill() {
            program.kill();
        }

        void restart() {
            Program again = program.restart(shop);
            synchronized (this) {
                program = again;
            }
        }

        @Override
        public void close() {
            wire.close();
            program.close();
        }
    }

    @Test
    void fifty_equal_requests_are_one_order_and_fifty_equal_answers_though_the_process_dies_that_had_written_it(
            @TempDir Path home) throws Exception {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        Bank bank = new Bank(shop.addresses().paymentsUrl(), shop.name());
        List<Node> nodes = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < PROCESSES; n++) {
                nodes.add(new Node(home.resolve("node-" + n), shop, bank.settings()));
            }
            nodes.forEach(node -> node.program.awaitRunning());
            for (int round = 0; round < ROUNDS; round++) {
                String sku = "stamp-" + round;
                nodes.getFirst().storefront().list(sku);
                nodes.getFirst().storefront().receive(sku, "berlin", 1);
                Node dead = play(shop, nodes, callers, "customer-" + round, sku);
                if (round < ROUNDS - 1) {
                    dead.restart();
                }
            }
        } finally {
            nodes.forEach(Node::close);
        }
        assertThat(new Log(shop).orders()).hasSize(ROUNDS);
    }

    /** @return whom it cost its life */
    private static Node play(Shop shop, List<Node> nodes, ExecutorService callers, String customer, String sku)
            throws Exception {
        Log log = new Log(shop);
        nodes.forEach(node -> node.wire.withhold("order.OrderPlaced"));
        CyclicBarrier together = new CyclicBarrier(EQUAL);
        List<Future<Answer>> asked = new ArrayList<>();
        for (int n = 0; n < EQUAL; n++) {
            int first = n;
            asked.add(callers.submit(() -> {
                together.await();
                return ask(nodes, first, customer, sku);
            }));
        }

        eventually(PATIENCE, () -> assertThat(writer(nodes)).isPresent());
        int which = writer(nodes).orElseThrow();
        Node writer = nodes.get(which);
        assertThat(log.ordersOf(customer)).as("in the log").hasSize(1);
        assertThat(IntStream.range(0, EQUAL).filter(n -> n % PROCESSES == which))
                .as("nobody who asked it was answered; others may have found what it wrote")
                .noneMatch(n -> asked.get(n).isDone());
        writer.kill();
        nodes.forEach(node -> node.wire.letGo());

        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : asked) {
            answers.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertThat(answers).hasSize(EQUAL);
        assertThat(answers.stream().distinct()).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(log.ordersOf(customer))
                    .containsExactly(answer.body().path("id").asString());
        });
        return writer;
    }

    /** Which one's append succeeded. */
    private static Optional<Integer> writer(List<Node> nodes) {
        return IntStream.range(0, nodes.size())
                .boxed()
                .filter(n -> nodes.get(n).wire.withheld().orElse(false))
                .findFirst();
    }

    /** A caller whose connection was lost asks another process, with the same key. */
    private static Answer ask(List<Node> nodes, int first, String customer, String sku) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                Answer answer = nodes.get((first + tries) % nodes.size())
                        .storefront()
                        .checkOut("once-" + customer, "", customer, sku, "pm_card_visa");
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (UncheckedIOException lost) {
                // to be asked again
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IllegalStateException("never answered");
    }
}
