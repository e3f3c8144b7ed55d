package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Under 50 orders a second, every process is killed in turn; nothing that was acknowledged may be missing anywhere afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServersTest {
    private static final Path HOME = Path.of(System.getProperty("daybook.home", ".daybook"), "kill");
    /** How long buyers order between two kills: 1 s in a quick run, 10 s in a full one. */
    private static final Duration BREATH =
            Integer.getInteger("daybook.rounds", 2) > 10 ? Duration.ofSeconds(10) : Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STOCK = 100_000;

    @Test
    void every_acknowledged_order_outlives_the_killing_of_each_process_in_turn() throws Exception {
        try (DevServers servers = DevServers.start(DevServersOptions.under(HOME))) {
            Shop shop = Shop.open(servers.addresses(), "kill" + System.currentTimeMillis());
            AtomicReference<Program> program = new AtomicReference<>(Program.start(HOME.resolve(shop.name()), shop));
            try {
                program.get().storefront().list("unit");
                program.get().storefront().receive("unit", "berlin", STOCK);
                // a view that was never built has nothing that lives through it all
                new Views(program.get().operator()).allAnswer();
                Set<String> acknowledged = orderWhileKilling(servers, program, shop);
                assertThat(acknowledged).isNotEmpty();
                nothingIsMissing(program.get(), shop, acknowledged);
            } finally {
                program.get().close();
            }
        }
    }

    private static Set<String> orderWhileKilling(DevServers servers, AtomicReference<Program> program, Shop shop)
            throws InterruptedException {
        try (Buyers buyers = new Buyers(program, "unit")) {
            breathe();
            program.get().kill();
            program.set(program.get().restart(shop));
            breathe();
            for (Kind kind : List.of(Kind.REDIS, Kind.ELASTICSEARCH, Kind.KAFKA, Kind.POSTGRESQL)) {
                servers.kill(kind);
                breathe();
                servers.restart(kind);
                breathe();
            }
            return buyers.acknowledged();
        }
    }

    private static void breathe() {
        long end = System.nanoTime() + BREATH.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static void nothingIsMissing(Program program, Shop shop, Set<String> acknowledged) {
        Storefront storefront = program.storefront();
        eventually(
                PATIENCE,
                () -> assertThat(acknowledged)
                        .allSatisfy(order -> assertThat(storefront
                                        .get("/orders/" + order)
                                        .orThrow()
                                        .body()
                                        .path("stage")
                                        .asString())
                                .isEqualTo("CONFIRMED")));

        Log log = new Log(shop);
        Set<String> logged = log.orders();
        assertThat(logged).containsAll(acknowledged);
        int sellable = STOCK - logged.size();
        eventually(PATIENCE, () -> {
            assertThat(storefront
                            .get("/stock/unit")
                            .orThrow()
                            .body()
                            .at("/locations/0/sellable")
                            .asInt())
                    .isEqualTo(sellable);
            assertThat(storefront.get("/products/unit").orThrow().body().toString())
                    .contains("" + sellable);
        });
        eventually(
                PATIENCE,
                () -> assertThat(Topic.positions(
                                shop.addresses().kafkaBootstrap(),
                                List.of(shop.name() + ".orders", shop.name() + ".inventory", shop.name() + ".catalog")))
                        .as("each event is in Kafka exactly once")
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, log.head()).boxed().toList()));
        Views views = new Views(program.operator());
        Views.NAMES.forEach(views::equalsItsRebuild);
    }
}
