package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed at random points while orders are placed, paid, shipped, cancelled and returned, and the bank misbehaves in
 * every tenth call. In the end each order is where its buyer's wishes put it, and the bank, the ledger and the shelves agree. A full
 * run kills servers and bank too, so it has its own.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledProcessesTest {
    private static final boolean FULL = Integer.getInteger("daybook.rounds", 2) > 10;
    private static final int ORDERS = Integer.getInteger("daybook.orders", FULL ? 5_000 : 60);
    private static final int PER_SECOND = FULL ? 20 : 25;
    private static final int KILLS = FULL ? Integer.MAX_VALUE : 2;

    private static final int PEACE_MILLIS = FULL ? 6_000 : 1_500;

    private static final Path HOME = Path.of(System.getProperty("daybook.home", ".daybook"), "killed");
    private static final long SEED = Long.getLong("daybook.seed", 4_711);
    private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 5 : 1);
    private static final String SKU = "unit";

    @Test
    void whoever_is_killed_every_order_ends_where_it_should_and_the_money_agrees_to_the_cent(@TempDir Path temporary)
            throws Exception {
        if (FULL) {
            try (DevServers servers = DevServers.start(DevServersOptions.under(HOME))) {
                play(servers.addresses(), "killed" + System.currentTimeMillis(), HOME, Casualties.among(servers));
            }
        } else {
            play(DevServers.shared(), Isolation.next(), temporary, List.of());
        }
    }

    private static void play(Addresses servers, String name, Path home, List<Casualties.Victim> others)
            throws Exception {
        Shop shop = Shop.open(servers, name);
        Bank bank = new Bank(servers.paymentsUrl(), name);
        try (Pair programs = Pair.start(home.resolve(name), shop, bank)) {
            programs.any(0).list(SKU);
            programs.any(0).receive(SKU, "berlin", 2 * ORDERS);
            Runnable misbehave = () -> bank.misbehaves(FULL ? Casualties.OBSTINATE : Casualties.MISBEHAVIOUR);
            misbehave.run();
            List<Casualties.Victim> victims = new ArrayList<>(programs.victims());
            victims.addAll(others);
            long begun = System.nanoTime();
            List<Fate> fates;
            try (Casualties casualties = new Casualties(victims, misbehave, new Random(SEED), KILLS, PEACE_MILLIS);
                    Customers customers = new Customers(programs::any, new Log(shop), SKU, PER_SECOND)) {
                fates = customers.order(ORDERS);
                Map<String, Integer> killed = casualties.stop();
                say(ORDERS + " orders granted all their wishes, seed " + SEED + ", killed " + killed, begun);
                assertThat(killed).isNotEmpty();
            }
            bank.behaves();
            everythingAgrees(shop, bank, programs, fates);
            say("bank, ledger, shelves and views agree", begun);
        }
    }

    private static void say(String what, long since) {
        System.out.printf(
                Locale.ROOT, "FIGURE killed processes: %s, after %.1f s%n", what, (System.nanoTime() - since) / 1e9);
    }

    private static void everythingAgrees(Shop shop, Bank bank, Pair programs, List<Fate> fates) throws Exception {
        Map<String, String> expected = new TreeMap<>();
        fates.forEach(fate -> expected.put(fate.order(), fate.kind().end()));
        Map<String, String> seen = new TreeMap<>();
        eventually(PATIENCE, () -> {
            fates.stream()
                    .filter(fate -> !fate.kind().end().equals(seen.get(fate.order())))
                    .forEach(fate -> seen.put(fate.order(), stands(programs.any(0), fate.order())));
            assertThat(seen).isEqualTo(expected);
        });
        Log log = new Log(shop);
        assertThat(log.orders()).isEqualTo(expected.keySet());

        eventually(PATIENCE, () -> assertThat(astray(fates, log.books())).isEmpty());
        eventually(PATIENCE, () -> assertThat(bank.books()).isEqualTo(log.books()));
        eventually(
                PATIENCE,
                () -> assertThat(Topic.positions(
                                shop.addresses().kafkaBootstrap(),
                                List.of(
                                        shop.name() + ".orders",
                                        shop.name() + ".inventory",
                                        shop.name() + ".catalog",
                                        shop.name() + ".payments")))
                        .as("each event is in Kafka exactly once")
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, log.head()).boxed().toList()));
        StockAudit.findsNothingWrong(programs.first());
    }

    /** Those whose money is not, or not yet, where it should be; and where it is. */
    private static List<String> astray(List<Fate> fates, Map<String, Money> books) {
        return fates.stream()
                .filter(fate -> !fate.kind().moves(books.getOrDefault(fate.order(), Money.NONE)))
                .map(fate -> fate + ": " + books.get(fate.order()))
                .toList();
    }

    /** Its stage, and the reason where one is told. */
    private static String stands(Storefront storefront, String order) {
        var body = storefront.get("/orders/" + order).body();
        String reason = body.path("reason").asString("");
        return body.path("stage").asString("") + (reason.isEmpty() ? "" : " " + reason);
    }
}
