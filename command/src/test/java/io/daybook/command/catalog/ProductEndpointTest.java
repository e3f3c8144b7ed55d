package io.daybook.command.catalog;

import static io.daybook.command.Stories.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.daybook.command.Http;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.BadField;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductEndpointTest {
    private static final Sku GIFT = new Sku("GIFT");
    private static final String PRODUCT = """
            {"title": "Gift", "description": "A set", "brand": "Daybook", "category": ["Kitchen", "Tea"],
             "attributes": {"colour": "red", "weight": 1.20, "fragile": true},
             "eans": ["4006381333931"], "images": ["https://example.org/1.jpg"], "groupId": "gifts",
             "components": [{"sku": "MUG", "quantity": 2}],
             "price": {"minor": 2800, "currency": "EUR"}}
            """;
    private static final ProductDetails DETAILS = new ProductDetails(
            "Gift",
            "A set",
            "Daybook",
            List.of("Kitchen", "Tea"),
            Map.of(
                    "colour", new Words("red"),
                    "weight", new Figure(new BigDecimal("1.2")),
                    "fragile", new Flag(true)),
            List.of("4006381333931"),
            List.of("https://example.org/1.jpg"),
            "gifts",
            List.of(new BundleComponent(new Sku("MUG"), 2)));

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final Http http = new Http(shop.bean(ProductEndpoint.class));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_product_is_listed_described_priced_and_delisted() throws Exception {
        assertThat(http.send(put("/products/GIFT"), PRODUCT).getStatus()).isEqualTo(201);
        assertThat(http.send(put("/products/GIFT"), PRODUCT).getStatus()).isEqualTo(200);
        http.send(patch("/products/GIFT"), "{\"title\": \"Present\"}");
        http.send(put("/products/GIFT/price"), "{\"minor\": 2500, \"currency\": \"EUR\"}");
        http.send(delete("/products/GIFT"), "");

        ProductDetails present = new ProductDetails(
                "Present",
                DETAILS.description(),
                DETAILS.brand(),
                DETAILS.category(),
                DETAILS.attributes(),
                DETAILS.eans(),
                DETAILS.images(),
                DETAILS.groupId(),
                DETAILS.components());
        assertThat(log.events())
                .containsExactly(
                        new ProductListed(GIFT, DETAILS, euros(2800)),
                        new ProductDetailsChanged(GIFT, present),
                        new PriceChanged(GIFT, euros(2500), euros(2800)),
                        new ProductDelisted(GIFT, "delisted"));
    }

    @Test
    void a_key_with_another_reason_is_refused() throws Exception {
        http.send(put("/products/GIFT"), PRODUCT);
        http.send(delete("/products/GIFT").param("reason", "worn out").header("Idempotency-Key", "k"), "");

        Refused thrown = catchThrowableOfType(
                Refused.class,
                () -> http.send(delete("/products/GIFT").param("reason", "sold").header("Idempotency-Key", "k"), ""));

        assertThat(thrown.refusal().code()).isEqualTo("idempotency.key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "title": "Gift",      |                     | title
            "minor": 2800         | "minor": -1         | price.minor
            "quantity": 2         | "quantity": 0       | components[0].quantity
            "red"                 | ["red"]             | attributes.colour
            "red"                 | null                | attributes.colour
            ["Kitchen", "Tea"]    | ["Kitchen", null]   | category[1]
            """)
    void a_field_that_cannot_be_read_is_named_by_its_path(String from, String to, String field) {
        BadField thrown = catchThrowableOfType(
                BadField.class, () -> http.send(put("/products/GIFT"), PRODUCT.replace(from, to == null ? "" : to)));

        assertThat(thrown.field()).isEqualTo(field);
    }
}
