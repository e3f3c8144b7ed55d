package io.daybook.domain.catalog;

import static io.daybook.domain.catalog.ProductFixtures.MUG;
import static io.daybook.domain.catalog.ProductFixtures.delisted;
import static io.daybook.domain.catalog.ProductFixtures.given;
import static io.daybook.domain.catalog.ProductFixtures.listed;

import io.daybook.domain.catalog.ProductCommand.DelistProduct;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelistProductTest {
    @Test
    void a_product_goes_off_offer() {
        given(listed()).when(new DelistProduct(MUG, "sold out for good")).then(delisted());
        given(listed(), delisted(), listed())
                .when(new DelistProduct(MUG, "sold out for good"))
                .then(delisted());
    }

    @Test
    void delisting_it_again_changes_nothing() {
        given(listed(), delisted()).when(new DelistProduct(MUG, "recalled")).thenNothing();
    }

    @Test
    void what_was_never_listed_is_unknown() {
        given().when(new DelistProduct(MUG, "recalled"))
                .thenRefused("catalog.unknown-product", new ProductRefusal.UnknownProduct(MUG));
    }
}
