package io.daybook.command.catalog;

import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is put on offer, at which price. */
public record ListProductRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String brand,
        @Nullable List<@Nullable String> category,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable List<@Nullable String> eans,
        @Nullable List<@Nullable String> images,
        @Nullable String groupId,
        @Nullable List<ProductRequest.@Nullable ComponentRequest> components,
        @Nullable MoneyRequest price) {
    ListProduct read(Sku sku) {
        ProductRequest details =
                new ProductRequest(title, description, brand, category, attributes, eans, images, groupId, components);
        return new ListProduct(
                sku, details.read(), Form.required("price", price).readPrice("price"));
    }
}
