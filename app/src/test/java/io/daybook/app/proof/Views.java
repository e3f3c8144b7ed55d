package io.daybook.app.proof;

import static io.daybook.app.proof.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The views as an operator handles them. */
record Views(Storefront operator) {
    static final List<String> NAMES =
            List.of("product-search", "product-card", "order-status", "order-history", "stock-level", "product");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits until each view has been built for the first time. */
    void allAnswer() {
        eventually(
                PATIENCE,
                () -> assertThat(operator.get("/admin/views").orThrow().body().values())
                        .hasSize(NAMES.size())
                        .allSatisfy(view -> assertThat(view.path("generation").isNumber())
                                .as("%s", view)
                                .isTrue()));
    }

    void rebuild(String view) {
        operator.send("POST", "/admin/views/" + view + "/rebuild", "").orThrow();
        eventually(
                PATIENCE,
                () -> assertThat(operator.get("/admin/views/" + view + "/rebuild")
                                .orThrow()
                                .body()
                                .path("state")
                                .asString())
                        .as("rebuild of %s", view)
                        .isEqualTo("done"));
    }

    /** While nothing is written, the generation that lived through it all and a rebuilt one must hold the same rows. */
    void equalsItsRebuild(String view) {
        rebuild(view);
        Storefront.Answer compared =
                operator.send("POST", "/admin/views/" + view + "/compare", "").orThrow();
        assertThat(compared.body().path("different").asLong(-1)).as(view).isZero();
        assertThat(compared.body().path("rows").asLong()).as(view).isPositive();
    }
}
