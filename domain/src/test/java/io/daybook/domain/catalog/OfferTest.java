package io.daybook.domain.catalog;

import static io.daybook.domain.catalog.ProductFixtures.DETAILS;
import static io.daybook.domain.catalog.ProductFixtures.MUG;
import static io.daybook.domain.catalog.ProductFixtures.PRICE;
import static io.daybook.domain.catalog.ProductFixtures.bundleOf;
import static io.daybook.domain.catalog.ProductFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.domain.catalog.Product.Delisted;
import io.daybook.domain.catalog.Product.Listed;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.Refused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfferTest {
    @Test
    void a_line_at_the_listed_price_is_fine() {
        assertThatCode(() -> Product.requireOffered(new Listed(DETAILS, PRICE), MUG, 1, PRICE))
                .doesNotThrowAnyException();
    }

    @Test
    void a_line_for_what_is_not_on_offer_is_refused() {
        ProductRefusal expected = new ProductRefusal.NotOffered(3, MUG);
        assertThat(refusal(Product.initial(), PRICE)).isEqualTo(expected);
        assertThat(refusal(new Delisted(DETAILS, PRICE), PRICE)).isEqualTo(expected);
        assertThat(expected.code()).isEqualTo("catalog.not-listed");
    }

    @Test
    void a_line_at_another_price_is_refused_with_both_prices() {
        ProductRefusal expected = new ProductRefusal.PriceDiffers(3, MUG, euros(9_99), PRICE);
        assertThat(refusal(new Listed(DETAILS, PRICE), euros(9_99))).isEqualTo(expected);
        assertThat(expected.code()).isEqualTo("order.price-changed");
        assertThat(expected.message())
                .isEqualTo("Line 3: the price of MUG-1 is 1299 EUR and no longer 999 EUR (minor units).");
    }

    @Test
    void only_a_bundle_on_offer_has_parts() {
        BundleComponent part = new BundleComponent(MUG, 2);
        assertThat(new Listed(bundleOf(part), PRICE).components()).containsExactly(part);
        assertThat(new Listed(DETAILS, PRICE).components()).isEmpty();
        assertThat(new Delisted(bundleOf(part), PRICE).components()).isEmpty();
        assertThat(Product.initial().components()).isEmpty();
    }

    private static Refusal refusal(Product product, Money seen) {
        return catchThrowableOfType(Refused.class, () -> Product.requireOffered(product, MUG, 3, seen))
                .refusal();
    }
}
