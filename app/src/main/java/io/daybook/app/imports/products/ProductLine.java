package io.daybook.app.imports.products;

import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a catalogue: how its members become a product. {@code docs/imports.md} has the same as a table. */
final class ProductLine {
    /** Best first. */
    private static final List<String> IMAGES = List.of("img_high", "img_500x500", "img_low", "img_thumb");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String currency;

    ProductLine(String currency) {
        this.currency = currency;
    }

    Unit read(TextLines.Line line) {
        Entry entry = Entry.of(line.number(), List.of(line.text()));
        if (line.tooLong()) {
            return Unit.rejected(
                    entry.rejected("line-too-long", "A line may have at most " + TextLines.LONGEST + " bytes."));
        }
        try {
            JsonNode product = JSON.readTree(line.text());
            if (!product.isObject()) {
                return Unit.rejected(entry.rejected("not-json", "The line is no JSON object."));
            }
            ListProduct command = command(product);
            return new Unit(
                    1, Set.of(command.sku().value()), List.of(new Wish.Upsert(command, List.of(entry))), List.of());
        } catch (JacksonException e) {
            return Unit.rejected(entry.rejected("not-json", "The line is no JSON: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Unit.rejected(entry.rejected("bad-field", String.valueOf(e.getMessage())));
        }
    }

    private ListProduct command(JsonNode product) {
        String title = required(product, "title");
        var details = new ProductDetails(
                title,
                text(product, "short_description", ""),
                blankToNull(text(product, "supplier", "")),
                Departments.of(title),
                Attributes.of(product),
                eans(product.get("ean")),
                images(product),
                null,
                List.of());
        return new ListProduct(
                new Sku(required(product, "id")), details, new Money(cents(product.get("price")), currency));
    }

    private static String required(JsonNode product, String name) {
        String value = text(product, name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode product, String name, String otherwise) {
        JsonNode value = product.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " must be text");
        }
        return value.asString().strip();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static long cents(@Nullable JsonNode price) {
        if (price == null || !price.isNumber()) {
            throw new IllegalArgumentException("price must be a whole number of cents");
        }
        BigDecimal cents = price.decimalValue();
        if (cents.signum() < 0) {
            throw new IllegalArgumentException("price must not be negative");
        }
        return cents.longValueExact();
    }

    private static List<String> eans(@Nullable JsonNode eans) {
        Set<String> distinct = new LinkedHashSet<>();
        if (eans != null && eans.isArray()) {
            eans.forEach(ean -> distinct.add(ean.asString().strip()));
        } else if (eans != null && !eans.isNull()) {
            distinct.add(eans.asString().strip());
        }
        distinct.remove("");
        return List.copyOf(distinct);
    }

    private static List<String> images(JsonNode product) {
        List<String> images = new ArrayList<>();
        for (String name : IMAGES) {
            String url = text(product, name, "");
            if (!url.isBlank() && !images.contains(url)) {
                images.add(url);
            }
        }
        return images;
    }
}
