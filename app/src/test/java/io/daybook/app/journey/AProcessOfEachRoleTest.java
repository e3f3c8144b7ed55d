package io.daybook.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AProcessOfEachRoleTest {

    @ParameterizedTest
    @ValueSource(strings = {"command", "forwarder", "projections", "query", Shop.ALL_ROLES})
    void starts_alone_is_healthy_and_serves_only_its_role(String roles) {
        try (Shop shop = Shop.open(roles)) {
            assertThat(shop.adminGet("/actuator/health").text("/status")).isEqualTo("UP");
            assertThat(shop.get("/orders/nobody-knows").code()).isEqualTo(whenAsked(roles));
            assertThat(shop.post("/orders", "{}").code())
                    .isEqualTo(roles.contains("command") ? "request.invalid" : "request.role-not-here");
        }
    }

    /** Without a process that builds them there are no views yet to answer from. */
    private static String whenAsked(String roles) {
        return switch (roles) {
            case Shop.ALL_ROLES -> "order.unknown-order";
            case "query" -> "view.version";
            default -> "request.role-not-here";
        };
    }
}
