package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A shop with a warehouse and a store, where a buyer may fetch what lies there: the store is a location to search at. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StorePickUpTest {
    private static final int ROUNDS = Integer.getInteger("daybook.rounds", 5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Shop SHOP = Shop.open(
            Shop.ALL_ROLES,
            Map.of(
                    "daybook.sourcing.locations[0].id", "warehouse",
                    "daybook.sourcing.locations[0].kind", "warehouse",
                    "daybook.sourcing.locations[0].otherwise", "100",
                    "daybook.sourcing.locations[1].id", "high-street",
                    "daybook.sourcing.locations[1].kind", "store",
                    "daybook.sourcing.locations[1].otherwise", "100"));

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void when_the_last_unit_goes_online_pick_up_disappears_from_search_and_card_within_a_second() {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Duration gone = sellsTheLastOne("vase-" + round);
            // the first one finds a program that has never done any of this
            if (round > 0) {
                took.add(gone);
            }
        }
        System.out.println("pick-up was gone after " + took);
        assertThat(took).allSatisfy(gone -> assertThat(gone).isLessThan(SOON));
    }

    private static Duration sellsTheLastOne(String vase) {
        SHOP.put("/products/" + vase, """
                {"title": "%s", "price": {"minor": 1500, "currency": "EUR"}}""".formatted(vase));
        SHOP.post("/inventory/" + vase + "/warehouse/receipts", "{\"quantity\": 1}");
        SHOP.post("/inventory/" + vase + "/high-street/receipts", "{\"quantity\": 1}");
        eventually(() -> assertThat(offered(vase)).isEqualTo("search 1, card 1"));

        // a parcel comes from the warehouse as long as that has one
        Reply first = order(vase, "first");
        assertThat(SHOP.get("/products/" + vase, first.readAfter()).text("/availability/sellable"))
                .isEqualTo("1");
        assertThat(offered(vase)).isEqualTo("search 1, card 1");
        eventually(() -> assertThat(offered(vase, "warehouse")).isEqualTo("search 0, card 0"));

        order(vase, "second");
        long sold = System.nanoTime();
        eventually(() -> assertThat(offered(vase)).isEqualTo("search 0, card 0"));
        Duration gone = Duration.ofNanos(System.nanoTime() - sold);
        assertThat(order(vase, "third").code()).isEqualTo("inventory.not-enough-stock");
        return gone;
    }

    private static Reply order(String vase, String which) {
        return SHOP.post("/orders", Orders.of(vase + "-" + which, "ada", vase, 1, 1500));
    }

    /** What a buyer is told who would fetch it at the store: how many products a search finds there, how many units the card has there. */
    private static String offered(String vase) {
        return offered(vase, "high-street");
    }

    private static String offered(String vase, String location) {
        Reply found = SHOP.get("/products?q=" + vase + "&inStock=true&location=" + location);
        long hits = found.body()
                .at("/hits")
                .valueStream()
                .filter(hit -> hit.at("/sku").asString().equals(vase))
                .count();
        int there = SHOP.get("/products/" + vase)
                .body()
                .at("/availability/locations")
                .valueStream()
                .filter(at -> at.at("/location").asString().equals(location))
                .mapToInt(at -> at.at("/sellable").asInt())
                .sum();
        return "search " + hits + ", card " + there;
    }
}
