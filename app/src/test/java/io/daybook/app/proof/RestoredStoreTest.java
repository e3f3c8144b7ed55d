package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.app.proof.Program.Shop;
import io.daybook.app.proof.Storefront.Answer;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.DevServersOptions;
import io.daybook.devservers.Isolation;
import io.daybook.devservers.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The hard case of a restore: the dump is older than what Kafka, Redis and Elasticsearch have seen, so two orders that everybody
 * knows of never happened. A dump and not a copy of the data folder, since a dump is what most people have, and since it gives the
 * database another place, by which the program can tell without asking Kafka.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestoredStoreTest {
    private static final Path HOME = Path.of(System.getProperty("daybook.home", ".daybook"), "restore");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECEIVED = 10;

    @Test
    void a_store_restored_from_before_its_last_orders_serves_nobody_until_it_is_adopted_and_then_tells_only_what_it_has(
            @TempDir Path home) throws Exception {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        try (DevServers elsewhere = DevServers.start(new DevServersOptions(HOME, EnumSet.of(Kind.POSTGRESQL), 0))) {
            Shop restored = shop.withDatabaseOf(elsewhere.addresses());
            String former;
            try (Program program = Program.start(home.resolve("former"), shop)) {
                former = status(program).path("logId").asString();
                sellAndDump(program, shop, restored);
                inKafka(shop, former, 1, new Log(shop).head());
                program.kill();
            }
            long tail = new Log(shop).head();
            long head = new Log(restored).head();
            assertThat(tail).as("Kafka knows more than the dump").isGreaterThan(head);

            try (Program program = Program.start(home.resolve("restored"), restored)) {
                servesNobody(program, head);
                String adopted = program.operator()
                        .send("POST", "/admin/store/adopt", "")
                        .orThrow()
                        .body()
                        .path("logId")
                        .asString();

                everyViewSaysThatItsLogHasEnded(restored, former, adopted);
                theShopGoesOnFromTheDump(program);
                inKafka(shop, former, 1, tail);
                inKafka(shop, adopted, head + 1, new Log(restored).head());
                Views views = new Views(program.operator());
                Views.NAMES.forEach(views::equalsItsRebuild);
            }
        }
    }

    /** One order that the dump has, then two that it lacks, and generations whose numbers it will give out again. */
    private static void sellAndDump(Program program, Shop shop, Shop restored) throws Exception {
        Storefront storefront = program.storefront();
        storefront.list("unit");
        storefront.receive("unit", "berlin", RECEIVED);
        storefront.order("kept", "unit").orThrow();
        eventually(PATIENCE, () -> assertThat(stage(storefront, "kept")).isEqualTo("CONFIRMED"));
        eventually(PATIENCE, () -> assertThat(sellable(storefront)).isEqualTo(Sellable.everywhere(RECEIVED - 1)));

        Dump.restore(shop, restored);

        storefront.order("lost-1", "unit").orThrow();
        storefront.order("lost-2", "unit").orThrow();
        eventually(
                PATIENCE,
                () -> assertThat(Stream.of("lost-1", "lost-2").map(order -> stage(storefront, order)))
                        .containsOnly("CONFIRMED"));
        eventually(PATIENCE, () -> assertThat(sellable(storefront)).isEqualTo(Sellable.everywhere(RECEIVED - 3)));
        Views views = new Views(program.operator());
        views.rebuild("product-search");
        views.rebuild("product-card");
    }

    private static void servesNobody(Program program, long head) {
        Storefront storefront = program.storefront();
        List<Answer> answers = List.of(
                storefront.order("too-early", "unit"),
                storefront.send("PUT", "/products/unit", Map.of("title", "Other", "price", Storefront.PRICE)),
                storefront.send("POST", "/graphql", Map.of("query", "{ order(id: \"kept\") { stage } }")),
                storefront.get("/orders/kept"),
                storefront.get("/stock/unit"),
                storefront.get("/products/unit"),
                storefront.get("/products?q=unit"));
        assertThat(answers).extracting(Answer::status, Answer::code).containsOnly(tuple(503, "store.not-adopted"));
        assertThat(status(program).path("store").asString()).contains("last adopted at", "now lies at");
        assertThat(status(program).path("head").asLong()).isEqualTo(head);
    }

    private static void everyViewSaysThatItsLogHasEnded(Shop restored, String former, String adopted) {
        String note = "it tells log " + former + ", which has ended; the log is " + adopted + " now";
        eventually(
                PATIENCE,
                () -> assertThat(new Log(restored).notes(1))
                        .isEqualTo(Views.NAMES.stream().collect(toMap(view -> view, view -> note))));
    }

    private static void theShopGoesOnFromTheDump(Program program) {
        Storefront storefront = program.storefront();
        storefront.order("new", "unit").orThrow();
        storefront
                .send("POST", "/orders/kept/shipments", Map.of("id", "parcel"))
                .orThrow();

        eventually(
                PATIENCE,
                () -> assertThat(Stream.of("kept", "lost-1", "lost-2", "new").map(order -> stage(storefront, order)))
                        .containsExactly("SHIPPED", "order.unknown-order", "order.unknown-order", "CONFIRMED"));
        eventually(PATIENCE, () -> assertThat(sellable(storefront)).isEqualTo(Sellable.everywhere(RECEIVED - 2)));
        eventually(
                PATIENCE,
                () -> assertThat(storefront
                                .get("/customers/proof/orders")
                                .orThrow()
                                .body()
                                .path("orders"))
                        .extracting(order -> order.path("id").asString())
                        .containsExactly("new", "kept"));
    }

    /** What the dump had may be there under the adopted log too; whatever is there is there once. */
    private static void inKafka(Shop shop, String logId, long first, long last) {
        eventually(
                PATIENCE,
                () -> assertThat(Topic.positions(
                                shop.addresses().kafkaBootstrap(),
                                List.of(shop.name() + ".orders", shop.name() + ".inventory", shop.name() + ".catalog"),
                                logId))
                        .as("log %s", logId)
                        .doesNotHaveDuplicates()
                        .filteredOn(position -> position >= first)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(first, last).boxed().toList()));
    }

    private static JsonNode status(Program program) {
        return program.operator().get("/admin/status").orThrow().body();
    }

    /** Of an order, or why it has none. */
    private static String stage(Storefront storefront, String order) {
        Answer answer = storefront.get("/orders/" + order);
        return answer.accepted() ? answer.body().path("stage").asString() : answer.code();
    }

    /** Units of the product, as each of the views tells them that do. */
    private record Sellable(int search, int card, int stock) {
        static Sellable everywhere(int units) {
            return new Sellable(units, units, units);
        }
    }

    private static Sellable sellable(Storefront storefront) {
        return new Sellable(
                storefront
                        .get("/products?q=unit")
                        .orThrow()
                        .body()
                        .at("/hits/0/sellable")
                        .asInt(-1),
                storefront
                        .get("/products/unit")
                        .orThrow()
                        .body()
                        .at("/availability/sellable")
                        .asInt(-1),
                storefront.get("/stock/unit").orThrow().body().path("sellable").asInt(-1));
    }
}
