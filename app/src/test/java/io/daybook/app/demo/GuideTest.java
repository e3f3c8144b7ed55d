package io.daybook.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.command.order.OrderRequest;
import io.daybook.command.order.OrderRequest.LineRequest;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuideTest {
    private static final String URL = "http://127.0.0.1:18080";

    @Test
    void it_says_where_to_look_and_what_to_type() {
        assertThat(new Guide(URL, List.of()).text()).isEqualTo("""

                  search    http://127.0.0.1:18080/products?q=kettle&inStock=true
                  GraphiQL  http://127.0.0.1:18080/graphiql
                  OpenAPI   http://127.0.0.1:18080/v3/api-docs

                  in another terminal
                    ./daybook status                        roles, head of the log, how far each view is behind
                    ./daybook views rebuild product-search  the search anew from the log, beside the one that answers

                  Ctrl-C stops it all; what was written stays for the next start

                """);
    }

    @Test
    void its_order_is_one_that_can_be_placed() {
        List<DemoProduct> products = DemoCatalogue.products("EUR");
        String text = new Guide(URL, products).text();
        assertThat(text)
                .contains(
                        "curl http://127.0.0.1:18080/orders -H 'Content-Type: application/json' -H 'Idempotency-Key: first' -d '{");

        String body = text.substring(text.indexOf("-d '") + 4, text.lastIndexOf('\''));
        OrderRequest order = new JsonMapper().readValue(body, OrderRequest.class);
        assertThat(order.lines())
                .hasSize(1)
                .isSubsetOf(products.stream()
                        .filter(product -> !product.stock().isEmpty())
                        .map(product -> oneOf(product.listing()))
                        .toList());
    }

    private static LineRequest oneOf(ListProduct listing) {
        MoneyRequest price =
                new MoneyRequest(listing.price().minor(), listing.price().currency());
        return new LineRequest(listing.sku().value(), 1, price);
    }
}
