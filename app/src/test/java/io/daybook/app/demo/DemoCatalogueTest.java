package io.daybook.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoCatalogueTest {
    private final List<DemoProduct> products = DemoCatalogue.products("EUR");

    @Test
    void it_is_always_the_same() {
        assertThat(DemoCatalogue.products("EUR")).isEqualTo(products);
    }

    @Test
    void about_two_thousand_products_stand_in_at_least_eight_departments() {
        assertThat(products).hasSizeBetween(1_900, 2_300);
        assertThat(skus()).hasSameSizeAs(products);
        assertThat(products.stream().map(p -> p.listing().details().category().getFirst()))
                .containsAll(List.of("Kitchen", "Garden", "Outdoor", "Clothing", "Toys", "Office", "Audio", "Pets"));
    }

    @Test
    void variants_share_a_group_and_bundles_consist_of_products_with_stock() {
        Set<Sku> stocked = products.stream()
                .filter(p -> p.listing().details().components().isEmpty())
                .map(p -> p.listing().sku())
                .collect(Collectors.toSet());
        List<Sku> parts = products.stream()
                .flatMap(p -> p.listing().details().components().stream())
                .map(BundleComponent::sku)
                .toList();

        assertThat(parts).hasSizeGreaterThan(20).allMatch(stocked::contains);
        assertThat(products.stream()
                        .filter(p -> "KIKET-101".equals(p.listing().details().groupId())))
                .hasSize(4);
    }

    @Test
    void every_price_is_above_zero_and_stock_lies_in_three_cities() {
        assertThat(products).allMatch(p -> p.listing().price().minor() > 0);
        assertThat(products.stream().flatMap(p -> p.stock().keySet().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(DemoCatalogue.LOCATIONS);
    }

    private Set<Sku> skus() {
        return products.stream().map(p -> p.listing().sku()).collect(Collectors.toSet());
    }
}
