package io.daybook.domain.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a storefront shows of a product but its price.
 *
 * @param title 1 to 500 characters
 * @param description up to 20,000 characters, may be empty
 * @param category path from the department to the leaf, up to 8 names
 * @param attributes free attributes by name, up to 500
 * @param eans GTINs as printed, up to 200: a maker's cartridge is sold under more than a hundred
 * @param images absolute URLs, best first, up to 50
 * @param groupId shared by the variants of one product
 * @param components the parts of a bundle; empty for everything else, up to 50
 */
public record ProductDetails(
        String title,
        String description,
        @Nullable String brand,
        List<String> category,
        Map<String, AttributeValue> attributes,
        List<String> eans,
        List<String> images,
        @Nullable String groupId,
        List<BundleComponent> components) {

    /** @throws IllegalArgumentException naming the field that is out of its bounds */
    public ProductDetails {
        if (title.isBlank() || title.length() > 500) {
            throw new IllegalArgumentException("title must be 1 to 500 characters");
        }
        if (description.length() > 20_000) {
            throw new IllegalArgumentException("description must be at most 20,000 characters");
        }
        most("category", category.size(), 8);
        most("attributes", attributes.size(), 500);
        most("eans", eans.size(), 200);
        most("images", images.size(), 50);
        most("components", components.size(), 50);
        category = List.copyOf(category);
        // sorted, so that equal details are written as equal JSON
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        eans = List.copyOf(eans);
        images = List.copyOf(images);
        components = List.copyOf(components);
    }

    private static void most(String name, int size, int max) {
        if (size > max) {
            throw new IllegalArgumentException(name + " must have at most " + max + " entries");
        }
    }
}
