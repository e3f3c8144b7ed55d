package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.proof.Program.Shop;
import io.daybook.app.proof.Storefront.Answer;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A hold ends at a moment, not by an event: while nothing runs that could append one, what is told and what is decided must turn at
 * that moment. Whatever was asked and answered on one side of it must tell that side; what straddles it may tell either.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpiredHoldTest {
    private static final Duration HOLD = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Search counts time in whole milliseconds, and rounds the end of a hold up. */
    private static final Duration GRAIN = Duration.ofMillis(1);

    /** Nothing confirms an order and nothing tidies a hold away. */
    private static final Map<String, String> COMMANDS = Map.of(
            "daybook.roles",
            "command",
            "daybook.run.processes",
            "false",
            "daybook.holds.duration",
            HOLD.toSeconds() + "s");

    private static final Map<String, String> VIEWS = Map.of("daybook.roles", "forwarder,projections,query");

    @Test
    void a_hold_that_ends_while_no_process_runs_is_sellable_from_that_moment_and_shown_so(@TempDir Path home) {
        Shop shop = Shop.open(DevServers.shared(), Isolation.next());
        Log log = new Log(shop);
        try (Program views = Program.begin(home.resolve("views"), shop, VIEWS);
                Program commands = Program.begin(home.resolve("commands"), shop, COMMANDS)) {
            Program.awaitRunning(views, commands);
            commands.storefront().list("unit");
            commands.storefront().receive("unit", "berlin", 1);
            eventually(PATIENCE, () -> assertThat(shown(views)).isEqualTo(Shown.SELLABLE));

            commands.storefront().order("first", "unit").orThrow();
            Instant end = endOfHold(views, Instant.EPOCH);
            assertThat(commands.storefront().order("too-early", "unit").code()).isEqualTo("inventory.not-enough-stock");
            commands.kill();
            long head = log.head();
            // the card has shown the hold; the search may follow a moment later
            eventually(HOLD, () -> assertThat(shown(views)).isEqualTo(Shown.heldUntil(end)));
            List<Timed<Shown>> looks = lookUntilAfter(end, views);

            assertThat(looks)
                    .filteredOn(look -> look.within(Instant.MIN, end))
                    .isNotEmpty()
                    .allSatisfy(look -> assertThat(look.value()).isEqualTo(Shown.heldUntil(end)));
            assertThat(looks)
                    .filteredOn(look -> look.within(end.plus(GRAIN), Instant.MAX))
                    .isNotEmpty()
                    .allSatisfy(look -> assertThat(look.value()).isEqualTo(Shown.SELLABLE));
            assertThat(log.head()).as("nothing had to be appended").isEqualTo(head);

            try (Program again = commands.restart(shop)) {
                again.storefront().order("second", "unit").orThrow();
                Instant nextEnd = endOfHold(views, end);
                List<Timed<Answer>> tries = orderUntilAccepted(again);

                assertThat(tries)
                        .filteredOn(attempt -> attempt.within(Instant.MIN, nextEnd))
                        .isNotEmpty()
                        .allSatisfy(
                                attempt -> assertThat(attempt.value().code()).isEqualTo("inventory.not-enough-stock"));
                assertThat(tries)
                        .filteredOn(attempt -> attempt.within(nextEnd, Instant.MAX))
                        .allSatisfy(
                                attempt -> assertThat(attempt.value().status()).isEqualTo(201));
            }
        }
    }

    /** As the card tells it, once it has seen a hold that ends after another one. */
    private static Instant endOfHold(Program views, Instant after) {
        eventually(
                HOLD, () -> assertThat(shown(views).sellableFrom()).isNotNull().isAfter(after));
        return requireNonNull(shown(views).sellableFrom());
    }

    private static List<Timed<Shown>> lookUntilAfter(Instant end, Program views) {
        List<Timed<Shown>> looks = new ArrayList<>();
        eventually(HOLD.multipliedBy(2), () -> {
            looks.add(Timed.of(() -> shown(views)));
            assertThat(looks.getLast().asked()).isAfter(end.plus(HOLD.dividedBy(8)));
        });
        return looks;
    }

    private static List<Timed<Answer>> orderUntilAccepted(Program commands) {
        List<Timed<Answer>> tries = new ArrayList<>();
        eventually(HOLD.multipliedBy(2), () -> {
            String order = "third-" + tries.size();
            tries.add(Timed.of(() -> commands.storefront().order(order, "unit")));
            assertThat(tries.getLast().value().accepted()).isTrue();
        });
        return tries;
    }

    /**
     * @param asked before the request left
     * @param answered after its answer came
     */
    private record Timed<T>(Instant asked, T value, Instant answered) {
        static <T> Timed<T> of(Supplier<T> question) {
            Instant asked = Instant.now();
            T value = question.get();
            return new Timed<>(asked, value, Instant.now());
        }

        boolean within(Instant from, Instant before) {
            return !asked.isBefore(from) && answered.isBefore(before);
        }
    }

    /**
     * What a buyer is shown of the one unit.
     *
     * @param found products in stock that a search finds
     * @param counted products in stock that its facet counts
     * @param sellable units that the card offers
     * @param sellableFrom when the card says to come again
     */
    private record Shown(
            long found,
            long counted,
            int sellable,
            @Nullable Instant sellableFrom) {
        static final Shown SELLABLE = new Shown(1, 1, 1, null);

        static Shown heldUntil(Instant end) {
            return new Shown(0, 0, 0, end);
        }
    }

    private static Shown shown(Program views) {
        JsonNode found = views.storefront()
                .get("/products?q=unit&inStock=true")
                .orThrow()
                .body();
        JsonNode counted = views.storefront().get("/products?q=unit").orThrow().body();
        JsonNode card = views.storefront().get("/products/unit").orThrow().body();
        String from = card.at("/availability/sellableFrom").asString("");
        return new Shown(
                found.path("total").asLong(),
                counted.at("/facets/inStock").asLong(),
                card.at("/availability/sellable").asInt(),
                from.isEmpty() ? null : Instant.parse(from));
    }
}
