package io.daybook.app.demo;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import java.util.List;

/**
 * Where to look in a running demo, as lines for whoever started it.
 *
 * @param url where queries and commands go
 * @param products of the demo catalogue that are on offer; none if the store holds another shop
 */
record Guide(String url, List<DemoProduct> products) {

    String text() {
        return """

                  search    %1$s/products?q=kettle&inStock=true
                  GraphiQL  %1$s/graphiql
                  OpenAPI   %1$s/v3/api-docs
                %2$s
                  in another terminal
                    ./daybook status                        roles, head of the log, how far each view is behind
                    ./daybook views rebuild product-search  the search anew from the log, beside the one that answers

                  Ctrl-C stops it all; what was written stays for the next start

                """.formatted(url, order());
    }

    /** Of the product with the most stock: whoever tries it twice should not find it sold out. */
    private String order() {
        return products.stream()
                .max((one, other) -> Integer.compare(units(one), units(other)))
                .map(product -> order(product.listing().sku(), product.listing().price()))
                .orElse("");
    }

    private String order(Sku sku, Money price) {
        return """

                  order     curl %s/orders -H 'Content-Type: application/json' -H 'Idempotency-Key: first' -d '{"customerId": "ada",
                              "buyer": {"name": "Ada Example", "email": "ada@example.org",
                                        "deliverTo": {"street": "Lane 1", "postalCode": "1234", "city": "Bern", "country": "CH"}},
                              "lines": [{"sku": "%s", "quantity": 1, "unitPrice": {"minor": %d, "currency": "%s"}}]}'
                """.formatted(url, sku.value(), price.minor(), price.currency());
    }

    private static int units(DemoProduct product) {
        return product.stock().values().stream().mapToInt(Integer::intValue).sum();
    }
}
