package io.daybook.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.fulfilment.Place;
import io.daybook.domain.fulfilment.Place.Kind;
import io.daybook.domain.fulfilment.Place.Reach;
import io.daybook.domain.kernel.LocationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What stands in the settings is what the policy knows; what cannot be meant is named. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcingPropertiesTest {
    @Test
    void locations_have_a_kind_and_distances() {
        assertThat(read(Map.of(
                                "locations[0].id", "berlin",
                                "locations[0].reaches[0].country", "DE",
                                "locations[0].reaches[0].distance", "100",
                                "locations[0].reaches[1].country", "DE",
                                "locations[0].reaches[1].postcode", "10",
                                "locations[0].reaches[1].distance", "5",
                                "locations[1].id", "corner-shop",
                                "locations[1].kind", "store",
                                "locations[1].otherwise", "700"))
                        .places())
                .containsExactly(
                        new Place(
                                new LocationId("berlin"),
                                Kind.WAREHOUSE,
                                List.of(new Reach("DE", "", 100), new Reach("DE", "10", 5)),
                                1_000_000),
                        new Place(new LocationId("corner-shop"), Kind.STORE, List.of(), 700));
        assertThat(read(Map.of("locations", "")).places()).isEmpty();
    }

    @Test
    void what_cannot_be_meant_is_named() {
        refuses("locations[0].id is missing", Map.of("locations[0].kind", "store"));
        refuses(
                "locations[1].id is listed twice: berlin",
                Map.of("locations[0].id", "berlin", "locations[1].id", "berlin"));
        refuses(
                "locations[0].reaches[0].country must be two capital letters",
                Map.of(
                        "locations[0].id", "berlin",
                        "locations[0].reaches[0].country", "de",
                        "locations[0].reaches[0].distance", "1"));
        refuses(
                "locations[0].reaches[0].distance is missing",
                Map.of("locations[0].id", "berlin", "locations[0].reaches[0].country", "DE"));
    }

    private static void refuses(String said, Map<String, String> settings) {
        assertThatThrownBy(() -> read(settings).places())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("daybook.sourcing." + said);
    }

    private static SourcingProperties read(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("daybook.sourcing." + name, value));
        return new Binder(source)
                .bind("daybook.sourcing", SourcingProperties.class)
                .get();
    }
}
