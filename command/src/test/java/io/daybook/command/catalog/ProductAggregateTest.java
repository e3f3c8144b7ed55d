package io.daybook.command.catalog;

import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.details;
import static io.daybook.command.Stories.euros;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductAggregateTest {
    private final FixtureConfiguration<ProductAggregate> shell =
            new AggregateTestFixture<>(ProductAggregate.class).registerCommandTargetResolver(new ByAggregateId());

    @Test
    void a_first_wish_makes_the_product() {
        shell.givenNoPriorActivity()
                .when(new ListProduct(TEAPOT, details("Teapot"), euros(2000)))
                .expectEvents(new ProductListed(TEAPOT, details("Teapot"), euros(2000)))
                .expectResultMessagePayload(new Receipt(true, ReadAfter.of("Product", "TEAPOT", 0)));
    }

    @Test
    void a_later_wish_is_decided_on_what_happened() {
        shell.given(new ProductListed(TEAPOT, details("Teapot"), euros(2000)))
                .when(new ChangePrice(TEAPOT, euros(1800)))
                .expectEvents(new PriceChanged(TEAPOT, euros(1800), euros(2000)))
                .expectResultMessagePayload(new Receipt(true, ReadAfter.of("Product", "TEAPOT", 1)));
    }

    @Test
    void what_is_already_so_appends_nothing_and_says_where_the_product_stands() {
        shell.given(new ProductListed(TEAPOT, details("Teapot"), euros(2000)))
                .when(new ChangePrice(TEAPOT, euros(2000)))
                .expectNoEvents()
                .expectResultMessagePayload(new Receipt(false, ReadAfter.of("Product", "TEAPOT", 0)));
    }

    @Test
    void a_wish_about_an_unknown_product_is_refused_by_the_domain() {
        shell.givenNoPriorActivity()
                .when(new ChangePrice(TEAPOT, euros(2000)))
                .expectException(Refused.class)
                .expectNoEvents();
    }
}
