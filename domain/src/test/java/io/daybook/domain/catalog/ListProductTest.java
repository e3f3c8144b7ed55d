package io.daybook.domain.catalog;

import static io.daybook.domain.catalog.ProductFixtures.BOX;
import static io.daybook.domain.catalog.ProductFixtures.DETAILS;
import static io.daybook.domain.catalog.ProductFixtures.MUG;
import static io.daybook.domain.catalog.ProductFixtures.PRICE;
import static io.daybook.domain.catalog.ProductFixtures.bundleOf;
import static io.daybook.domain.catalog.ProductFixtures.delisted;
import static io.daybook.domain.catalog.ProductFixtures.details;
import static io.daybook.domain.catalog.ProductFixtures.euros;
import static io.daybook.domain.catalog.ProductFixtures.given;
import static io.daybook.domain.catalog.ProductFixtures.list;
import static io.daybook.domain.catalog.ProductFixtures.listed;

import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListProductTest {
    @Test
    void a_product_goes_on_offer() {
        given().when(list()).then(listed());
    }

    @Test
    void listing_it_just_so_again_changes_nothing() {
        given(listed()).when(list()).thenNothing();
    }

    @Test
    void a_listed_product_is_not_overwritten_by_another_listing() {
        given(listed())
                .when(new ListProduct(MUG, details("Another mug"), PRICE))
                .thenRefused("catalog.already-listed", new ProductRefusal.AlreadyListed(MUG));
        given(listed())
                .when(new ListProduct(MUG, DETAILS, euros(1)))
                .thenRefused("catalog.already-listed", new ProductRefusal.AlreadyListed(MUG));
    }

    @Test
    void a_delisted_product_can_be_listed_again_at_another_price() {
        given(listed(), delisted())
                .when(new ListProduct(MUG, DETAILS, euros(1)))
                .then(new ProductListed(MUG, DETAILS, euros(1)));
    }

    @Test
    void a_delisted_product_keeps_its_currency() {
        given(listed(), delisted())
                .when(new ListProduct(MUG, DETAILS, new Money(12_99, "GBP")))
                .thenRefused("catalog.currency-changed", new ProductRefusal.CurrencyChanged(MUG, "GBP", "EUR"));
    }

    @Test
    void a_gift_may_cost_nothing_but_never_less() {
        given().when(new ListProduct(MUG, DETAILS, euros(0))).then(new ProductListed(MUG, DETAILS, euros(0)));
        given().when(new ListProduct(MUG, DETAILS, euros(-1)))
                .thenRefused("catalog.negative-price", new ProductRefusal.NegativePrice(MUG, euros(-1)));
    }

    @Test
    void a_bundle_names_each_part_once() {
        BundleComponent one = new BundleComponent(MUG, 1);
        BundleComponent more = new BundleComponent(MUG, 2);
        given().when(new ListProduct(BOX, bundleOf(one, new BundleComponent(new Sku("TEA"), 1)), PRICE))
                .then(new ProductListed(BOX, bundleOf(one, new BundleComponent(new Sku("TEA"), 1)), PRICE));
        given().when(new ListProduct(BOX, bundleOf(one, more), PRICE))
                .thenRefused("catalog.duplicate-component", new ProductRefusal.DuplicateComponent(BOX, MUG));
    }

    @Test
    void a_bundle_is_no_part_of_itself() {
        given().when(new ListProduct(BOX, bundleOf(new BundleComponent(BOX, 1)), PRICE))
                .thenRefused("catalog.bundle-of-itself", new ProductRefusal.BundleOfItself(BOX));
    }
}
