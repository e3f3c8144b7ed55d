package io.daybook.domain.catalog;

import static io.daybook.domain.catalog.ProductFixtures.DETAILS;
import static io.daybook.domain.catalog.ProductFixtures.MUG;
import static io.daybook.domain.catalog.ProductFixtures.bundleOf;
import static io.daybook.domain.catalog.ProductFixtures.delisted;
import static io.daybook.domain.catalog.ProductFixtures.described;
import static io.daybook.domain.catalog.ProductFixtures.details;
import static io.daybook.domain.catalog.ProductFixtures.given;
import static io.daybook.domain.catalog.ProductFixtures.listed;

import io.daybook.domain.catalog.ProductCommand.ChangeProductDetails;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangeProductDetailsTest {
    private static final ProductDetails FINER = details("A finer mug");

    @Test
    void a_product_is_described_anew() {
        given(listed()).when(new ChangeProductDetails(MUG, FINER)).then(described(FINER));
    }

    @Test
    void the_same_description_changes_nothing() {
        given(listed()).when(new ChangeProductDetails(MUG, DETAILS)).thenNothing();
        given(listed(), described(FINER))
                .when(new ChangeProductDetails(MUG, FINER))
                .thenNothing();
    }

    @Test
    void only_a_listed_product_is_described() {
        given().when(new ChangeProductDetails(MUG, FINER))
                .thenRefused("catalog.unknown-product", new ProductRefusal.UnknownProduct(MUG));
        given(listed(), delisted())
                .when(new ChangeProductDetails(MUG, FINER))
                .thenRefused("catalog.not-listed", new ProductRefusal.NoLongerListed(MUG));
    }

    @Test
    void a_product_cannot_become_a_bundle_of_itself() {
        given(listed())
                .when(new ChangeProductDetails(MUG, bundleOf(new BundleComponent(MUG, 1))))
                .thenRefused("catalog.bundle-of-itself", new ProductRefusal.BundleOfItself(MUG));
    }
}
