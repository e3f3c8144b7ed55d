package io.daybook.command.catalog;

import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Form;
import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A product's details as callers state them; what they leave out is empty, or stays as it is when a product is described anew.
 *
 * @param attributes by name: a text, a number or a boolean
 */
public record ProductRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String brand,
        @Nullable List<@Nullable String> category,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable List<@Nullable String> eans,
        @Nullable List<@Nullable String> images,
        @Nullable String groupId,
        @Nullable List<@Nullable ComponentRequest> components) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 4_000;
    private static final int MOST_DIGITS = 40;

    public record ComponentRequest(
            @Nullable String sku, @Nullable Integer quantity) {
        BundleComponent read(String path) {
            return new BundleComponent(
                    Form.read(path + ".sku", sku, Sku::new), Form.units(path + ".quantity", quantity, 1));
        }
    }

    /** @throws BadField naming the field */
    ProductDetails read() {
        return over(new ProductDetails(
                Form.text("title", title), "", null, List.of(), Map.of(), List.of(), List.of(), null, List.of()));
    }

    /** These details over those: a field that is left out keeps its value. */
    ProductDetails over(ProductDetails now) {
        if (description != null && description.length() > 20_000) {
            throw new BadField("description", "must be at most 20000 characters");
        }
        return new ProductDetails(
                given(title, now.title(), t -> Form.text("title", t)),
                given(description, now.description(), d -> d),
                brand == null ? now.brand() : Form.text("brand", brand),
                given(category, now.category(), c -> names("category", c, 8)),
                given(attributes, now.attributes(), ProductRequest::attributes),
                given(eans, now.eans(), e -> names("eans", e, 50)),
                given(images, now.images(), i -> names("images", i, 50)),
                groupId == null ? now.groupId() : Form.text("groupId", groupId),
                given(components, now.components(), ProductRequest::components));
    }

    private static <T, R> R given(@Nullable T value, R otherwise, Function<T, R> reader) {
        return value == null ? otherwise : reader.apply(value);
    }

    private static List<String> names(String field, List<@Nullable String> values, int most) {
        List<String> names = Form.list(field, values, most);
        for (int i = 0; i < names.size(); i++) {
            Form.text(field + "[" + i + "]", names.get(i));
        }
        return names;
    }

    private static List<BundleComponent> components(List<@Nullable ComponentRequest> values) {
        List<ComponentRequest> given = Form.list("components", values, 50);
        List<BundleComponent> components = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            components.add(given.get(i).read("components[" + i + "]"));
        }
        return components;
    }

    private static Map<String, AttributeValue> attributes(Map<String, @Nullable Object> values) {
        if (values.size() > 500) {
            throw new BadField("attributes", "must have at most 500 entries");
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new BadField("attributes", "must have names of 1 to " + LONGEST_NAME + " characters");
            }
            attributes.put(name, attribute("attributes." + name, value));
        });
        return attributes;
    }

    private static AttributeValue attribute(String field, @Nullable Object value) {
        return switch (Form.required(field, value)) {
            case String words when words.length() <= LONGEST_VALUE -> new AttributeValue.Words(words);
            case String tooLong -> throw new BadField(field, "must be at most " + LONGEST_VALUE + " characters");
            case Boolean flag -> new AttributeValue.Flag(flag);
            case Number number
            when number.toString().length() <= MOST_DIGITS -> new AttributeValue.Figure(exact(number));
            default -> throw new BadField(field, "must be a text, a number or a boolean");
        };
    }

    /** As it was written: a parser's floating number prints the shortest digits that mean it. */
    private static BigDecimal exact(Number number) {
        return new BigDecimal(Objects.toString(number));
    }
}
