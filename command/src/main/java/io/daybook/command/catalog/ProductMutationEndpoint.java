package io.daybook.command.catalog;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.MoneyRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Products over GraphQL. */
@Controller
final class ProductMutationEndpoint {
    private final ProductWishes wishes;

    ProductMutationEndpoint(ProductWishes wishes) {
        this.wishes = wishes;
    }

    /** A map has no GraphQL type, so attributes come as a list. */
    record ProductInput(
            @Nullable String title,
            @Nullable String description,
            @Nullable String brand,
            @Nullable List<@Nullable String> category,
            @Nullable List<AttributeInput> attributes,
            @Nullable List<@Nullable String> eans,
            @Nullable List<@Nullable String> images,
            @Nullable String groupId,
            @Nullable List<ProductRequest.@Nullable ComponentRequest> components) {
        ProductRequest request() {
            return new ProductRequest(
                    title, description, brand, category, byName(attributes), eans, images, groupId, components);
        }

        ListProductRequest at(MoneyRequest price) {
            return new ListProductRequest(
                    title, description, brand, category, byName(attributes), eans, images, groupId, components, price);
        }

        private static @Nullable Map<String, @Nullable Object> byName(@Nullable List<AttributeInput> attributes) {
            if (attributes == null) {
                return null;
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            attributes.forEach(attribute -> values.put(attribute.name(), attribute.value()));
            return values;
        }
    }

    /**
     * One of the three values.
     *
     * @param number in decimal digits, so that no digit is lost
     */
    record AttributeInput(
            String name,
            @Nullable String text,
            @Nullable String number,
            @Nullable Boolean flag) {
        @Nullable
        Object value() {
            if (number == null) {
                return text == null ? flag : text;
            }
            try {
                return new BigDecimal(number);
            } catch (NumberFormatException e) {
                throw new BadField("attributes." + name, "must be a number in decimal digits");
            }
        }
    }

    @MutationMapping
    Done listProduct(@Argument String sku, @Argument ProductInput product, @Argument MoneyRequest price, Asker asker) {
        return wishes.list(sku, Form.required("product", product).at(price), asker);
    }

    @MutationMapping
    Done changeProductDetails(@Argument String sku, @Argument ProductInput product, Asker asker) {
        return wishes.describe(sku, product.request(), asker);
    }

    @MutationMapping
    Done changePrice(@Argument String sku, @Argument MoneyRequest price, Asker asker) {
        return wishes.price(sku, price, asker);
    }

    @MutationMapping
    Done delistProduct(@Argument String sku, @Argument String reason, Asker asker) {
        return wishes.delist(sku, reason, asker);
    }
}
