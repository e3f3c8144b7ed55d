package io.daybook.app.imports.products;

import io.daybook.domain.catalog.AttributeValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The free attributes of a line: {@code attr_t_*} are words, {@code attr_n_*} figures, {@code attr_b_*} flags, each under its name
 * without the prefix. Where one product has two under one name, the figure keeps the name and the other is called {@code …_text} or
 * {@code …_flag}. {@code name} and {@code date_released} become attributes, too, since a product has no field for them.
 */
final class Attributes {
    private Attributes() {}

    static Map<String, AttributeValue> of(JsonNode product) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        product.properties().forEach(member -> {
            String key = member.getKey();
            if (key.startsWith("attr_n_")) {
                attributes.put(nameIn(key), figure(key, member.getValue()));
            }
        });
        product.properties().forEach(member -> {
            String key = member.getKey();
            if (key.startsWith("attr_b_")) {
                add(attributes, nameIn(key), "_flag", flag(key, member.getValue()));
            } else if (key.startsWith("attr_t_")) {
                add(attributes, nameIn(key), "_text", words(member.getValue()));
            }
        });
        add(attributes, "name", "_text", words(product.get("name")));
        add(attributes, "date_released", "_text", day(words(product.get("date_released"))));
        return attributes;
    }

    private static String nameIn(String key) {
        String name = key.substring("attr_t_".length());
        if (name.isBlank()) {
            throw new IllegalArgumentException(key + " has no name");
        }
        return name;
    }

    private static void add(
            Map<String, AttributeValue> attributes, String name, String suffix, @Nullable AttributeValue value) {
        if (value != null && attributes.putIfAbsent(name, value) != null) {
            attributes.put(name + suffix, value);
        }
    }

    /** Without trailing zeros, so that 6.0 and 6 are one figure. */
    private static AttributeValue figure(String key, JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException(key + " must be a number");
        }
        BigDecimal figure = value.decimalValue().stripTrailingZeros();
        return new AttributeValue.Figure(figure.scale() < 0 ? figure.setScale(0) : figure);
    }

    private static AttributeValue flag(String key, JsonNode value) {
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(key + " must be true or false");
        }
        return new AttributeValue.Flag(value.booleanValue());
    }

    private static AttributeValue.@Nullable Words words(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.asString().isBlank()) {
            return null;
        }
        return new AttributeValue.Words(value.asString().strip());
    }

    private static AttributeValue.@Nullable Words day(AttributeValue.@Nullable Words moment) {
        return moment == null ? null : new AttributeValue.Words(moment.value().split("T", 2)[0]);
    }
}
