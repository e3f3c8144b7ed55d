package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.app.proof.Storefront.Answer;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sale opens, and far more buyers come than there are units. Three processes take their wishes; one of them has the other roles
 * too, as a shop has that adds processes for the rush: it is the wishes that come in masses, and views that three processes shared
 * would only have three consumers where one is enough.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlashSaleTest {
    private static final boolean FULL = Integer.getInteger("daybook.rounds", 2) > 10;
    private static final int BUYERS = FULL ? 10_000 : 200;
    private static final int UNITS = FULL ? 500 : 10;
    private static final long CENTS = 1_000;
    private static final String SKU = "console";
    private static final String BEFORE = "cable";
    private static final int SOLD_BEFORE = FULL ? 1_500 : 50;

    /** As many as whatever stands before the three keeps open; who finds none free waits for one. */
    private static final int CONNECTIONS = 192;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * What a buyer was told in the end.
     *
     * @param nanos from when they had a connection, all tries together
     */
    private record Told(String buyer, Answer answer, long nanos, int busy) {}

    @Test
    void as_many_are_confirmed_and_charged_as_there_are_units_and_all_others_are_told_that_it_is_sold_out(
            @TempDir Path home) throws Exception {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        Bank bank = new Bank(shop.addresses().paymentsUrl(), shop.name());
        Map<String, String> commandsOnly = new HashMap<>(bank.settings());
        commandsOnly.put("daybook.roles", "command");
        try (Program one = Program.begin(home.resolve("one"), shop, bank.settings());
                Program two = Program.begin(home.resolve("two"), shop, commandsOnly);
                Program three = Program.begin(home.resolve("three"), shop, commandsOnly)) {
            Program.awaitRunning(one, two, three);
            bank.tells(one);
            one.storefront().list(SKU);
            one.storefront().receive(SKU, "berlin", UNITS);
            comeToWork(List.of(one, two, three));

            long opened = System.nanoTime();
            List<Told> told =
                    atOnce(IntStream.range(0, BUYERS).boxed().toList(), buyer -> buy(List.of(one, two, three), buyer));
            print(told, System.nanoTime() - opened);

            Set<String> served = new TreeSet<>();
            told.stream().filter(t -> t.answer.accepted()).forEach(t -> served.add(t.buyer));
            assertThat(served).hasSize(UNITS);
            assertThat(told)
                    .filteredOn(t -> !t.answer.accepted())
                    .allSatisfy(t -> assertThat(t.answer.status() + " " + t.answer.code())
                            .isEqualTo("409 inventory.not-enough-stock"));
            new Aftermath(shop, bank, one, served).isAsItShouldBe(opened);
        }
    }

    /** Sends what is given at once, by as many threads, and waits for all. */
    private static <A, B> List<B> atOnce(List<A> given, Function<A, B> doing) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<B>> all = new ArrayList<>();
            for (A one : given) {
                Callable<B> task = () -> doing.apply(one);
                all.add(threads.submit(task));
            }
            List<B> results = new ArrayList<>();
            for (Future<B> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    /** The shop has been open for a while: what each process sold before is not paid, and no part of the sale. */
    private static void comeToWork(List<Program> programs) throws Exception {
        programs.getFirst().storefront().list(BEFORE);
        programs.getFirst().storefront().receive(BEFORE, "berlin", SOLD_BEFORE);
        atOnce(IntStream.range(0, SOLD_BEFORE).boxed().toList(), n -> {
            FREE.acquireUninterruptibly();
            try {
                return programs.get(n % programs.size()).storefront().order(BEFORE + "-" + n, BEFORE);
            } finally {
                FREE.release();
            }
        });
    }

    private static final Semaphore FREE = new Semaphore(CONNECTIONS);

    /** Who is told that the shop is busy tries again: only a yes and a no are answers. */
    private static Told buy(List<Program> programs, int number) {
        String buyer = "buyer-" + number;
        FREE.acquireUninterruptibly();
        try {
            long sent = System.nanoTime();
            for (int busy = 0; ; busy++) {
                Answer answer = programs.get((number + busy) % programs.size())
                        .storefront()
                        .checkOut("sale-" + number, buyer, buyer, SKU, "pm_card_visa");
                if (answer.status() < 500) {
                    return new Told(buyer, answer, System.nanoTime() - sent, busy);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } finally {
            FREE.release();
        }
    }

    private static void print(List<Told> told, long nanos) {
        long[] sorted = told.stream().mapToLong(Told::nanos).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "FIGURE flash sale: %d buyers told in %.1f s, %.0f/s over 3 processes; an answer takes p50 %.0f ms,"
                        + " p99 %.0f ms, at most %.0f ms; busy %d times%n",
                told.size(),
                nanos / 1e9,
                told.size() * 1e9 / nanos,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                told.stream().mapToInt(Told::busy).sum());
    }

    /** What must be true when everybody has been told. */
    private record Aftermath(Shop shop, Bank bank, Program program, Set<String> served) {
        void isAsItShouldBe(long opened) throws Exception {
            everyOneOfThemIsConfirmed();
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE flash sale: %d confirmed and shown so %.1f s after it opened%n",
                    served.size(),
                    (System.nanoTime() - opened) / 1e9);
            Set<String> orders = new Log(shop).orders();
            orders.removeIf(order -> order.startsWith(BEFORE));
            assertThat(orders).isEqualTo(served);
            assertThat(new Log(shop).confirmed()).isEqualTo(served);
            moneyIs(Money.heldOnly(CENTS));

            atOnce(List.copyOf(served), this::ship);
            eventually(PATIENCE, () -> moneyIs(Money.capturedAll(CENTS)));
            StockAudit.findsNothingWrong(program);
            assertThat(program.storefront()
                            .get("/stock/" + SKU)
                            .orThrow()
                            .body()
                            .at("/locations/0/onHand")
                            .asInt(-1))
                    .isZero();
        }

        private Answer ship(String order) {
            // of all connections a third is for one process
            FREE.acquireUninterruptibly(3);
            try {
                return program.storefront()
                        .sendOnce("ship-" + order, "/orders/" + order + "/shipments", Map.of("id", "s"))
                        .orThrow();
            } finally {
                FREE.release(3);
            }
        }

        private void everyOneOfThemIsConfirmed() {
            Set<String> open = new TreeSet<>(served);
            eventually(PATIENCE, () -> {
                open.removeIf(order -> program.storefront()
                        .get("/orders/" + order)
                        .body()
                        .path("stage")
                        .asString()
                        .equals("CONFIRMED"));
                assertThat(open).isEmpty();
            });
        }

        /** At the bank and in the ledger, for those served and for nobody else. */
        private void moneyIs(Money each) {
            Map<String, Money> expected = served.stream().collect(toMap(order -> order, order -> each));
            assertThat(bank.books()).isEqualTo(expected);
            assertThat(new Log(shop).books()).isEqualTo(expected);
        }
    }
}
