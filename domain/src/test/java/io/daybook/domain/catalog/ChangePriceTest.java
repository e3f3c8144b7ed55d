package io.daybook.domain.catalog;

import static io.daybook.domain.catalog.ProductFixtures.MUG;
import static io.daybook.domain.catalog.ProductFixtures.PRICE;
import static io.daybook.domain.catalog.ProductFixtures.delisted;
import static io.daybook.domain.catalog.ProductFixtures.euros;
import static io.daybook.domain.catalog.ProductFixtures.given;
import static io.daybook.domain.catalog.ProductFixtures.listed;
import static io.daybook.domain.catalog.ProductFixtures.priced;

import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.kernel.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangePriceTest {
    @Test
    void a_new_price_is_told_with_the_former_one() {
        given(listed()).when(new ChangePrice(MUG, euros(9_99))).then(priced(euros(9_99), PRICE));
        given(listed(), priced(euros(9_99), PRICE))
                .when(new ChangePrice(MUG, PRICE))
                .then(priced(PRICE, euros(9_99)));
    }

    @Test
    void the_same_price_changes_nothing() {
        given(listed()).when(new ChangePrice(MUG, PRICE)).thenNothing();
    }

    @Test
    void a_price_is_not_negative() {
        given(listed())
                .when(new ChangePrice(MUG, euros(-1)))
                .thenRefused("catalog.negative-price", new ProductRefusal.NegativePrice(MUG, euros(-1)));
    }

    @Test
    void the_currency_stays() {
        given(listed())
                .when(new ChangePrice(MUG, new Money(12_99, "USD")))
                .thenRefused("catalog.currency-changed", new ProductRefusal.CurrencyChanged(MUG, "USD", "EUR"));
    }

    @Test
    void only_a_listed_product_is_priced() {
        given().when(new ChangePrice(MUG, PRICE))
                .thenRefused("catalog.unknown-product", new ProductRefusal.UnknownProduct(MUG));
        given(listed(), delisted())
                .when(new ChangePrice(MUG, PRICE))
                .thenRefused("catalog.not-listed", new ProductRefusal.NoLongerListed(MUG));
    }
}
