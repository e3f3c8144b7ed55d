package io.daybook.app.demo;

import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * About 2,000 products, always the same: on each shelf a dozen models of several brands, each in all its variants, and one bundle for
 * every other shelf.
 */
public final class DemoCatalogue {
    /** Where the demo shop keeps its stock. */
    public static final List<LocationId> LOCATIONS =
            List.of(new LocationId("berlin"), new LocationId("hamburg"), new LocationId("munich"));

    private static final int MODELS_PER_SHELF = 12;
    private static final long SEED = 20_26;

    private final String currency;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<DemoProduct> products = new ArrayList<>();

    private DemoCatalogue(String currency) {
        this.currency = currency;
    }

    /**
     * @param currency of the prices, ISO 4217
     */
    public static List<DemoProduct> products(String currency) {
        var catalogue = new DemoCatalogue(currency);
        List<Shelf> shelves = Shelves.all();
        for (int i = 0; i < shelves.size(); i++) {
            List<DemoProduct> models = catalogue.fill(shelves.get(i));
            if (i % 2 == 1) {
                catalogue.bundle(shelves.get(i), models);
            }
        }
        return List.copyOf(catalogue.products);
    }

    /** The first variant of each model. */
    private List<DemoProduct> fill(Shelf shelf) {
        List<DemoProduct> models = new ArrayList<>();
        int shift = random.nextInt(Shelves.MODELS.size());
        for (int n = 1; n <= MODELS_PER_SHELF; n++) {
            String brand = pick(Shelves.BRANDS);
            String model = Shelves.MODELS.get((shift + n) % Shelves.MODELS.size());
            Map<String, AttributeValue> attributes = new TreeMap<>();
            shelf.features().forEach(feature -> attributes.put(feature.name(), value(feature)));
            long price = price(shelf);
            String group = shelf.code() + "-" + (100 + n);
            int first = products.size();
            for (int v = 0; v < shelf.variant().values().size(); v++) {
                products.add(variant(shelf, brand, model, group, v, attributes, price));
            }
            models.add(products.get(first));
        }
        return models;
    }

    private DemoProduct variant(
            Shelf shelf,
            String brand,
            String model,
            String group,
            int v,
            Map<String, AttributeValue> shared,
            long price) {
        String variant = shelf.variant().values().get(v);
        Map<String, AttributeValue> attributes = new TreeMap<>(shared);
        attributes.put(shelf.variant().name(), valueOf(variant));
        var details = new ProductDetails(
                brand + " " + model + " " + shelf.noun() + ", "
                        + said(shelf.variant().name(), variant),
                describe(shelf, brand, model, attributes),
                brand,
                List.of(shelf.department(), shelf.name()),
                attributes,
                List.of(ean()),
                List.of(),
                group,
                List.of());
        var sku = new Sku(group + "-" + (v + 1));
        return new DemoProduct(new ListProduct(sku, details, new Money(price, currency)), stock());
    }

    /** Two models of one shelf together, a tenth cheaper. */
    private void bundle(Shelf shelf, List<DemoProduct> models) {
        ListProduct one = models.get(0).listing();
        ListProduct other = models.get(1).listing();
        long price = (one.price().minor() + other.price().minor()) * 9 / 1_000 * 100 + 95;
        var details = new ProductDetails(
                shelf.name() + " bundle: " + one.details().title() + " and "
                        + other.details().title(),
                "Both together for less than each alone.",
                one.details().brand(),
                List.of(shelf.department(), "Bundles"),
                Map.of(),
                List.of(ean()),
                List.of(),
                null,
                List.of(new BundleComponent(one.sku(), 1), new BundleComponent(other.sku(), 1)));
        var listing = new ListProduct(new Sku(shelf.code() + "-B1"), details, new Money(price, currency));
        products.add(new DemoProduct(listing, Map.of()));
    }

    private AttributeValue value(Shelf.Feature feature) {
        return feature.values().isEmpty()
                ? new AttributeValue.Flag(random.nextInt(2) == 1)
                : valueOf(pick(feature.values()));
    }

    private static AttributeValue valueOf(String text) {
        return text.matches("-?\\d+(\\.\\d+)?")
                ? new AttributeValue.Figure(new BigDecimal(text))
                : new AttributeValue.Words(text);
    }

    private static String describe(Shelf shelf, String brand, String model, Map<String, AttributeValue> attributes) {
        List<String> facts = new ArrayList<>();
        attributes.forEach((name, value) -> {
            switch (value) {
                case AttributeValue.Words(String words) -> facts.add(name.replace('_', ' ') + " " + words);
                case AttributeValue.Figure(BigDecimal figure) -> facts.add(said(name, figure.toPlainString()));
                case AttributeValue.Flag(boolean flag) -> facts.add((flag ? "" : "not ") + name.replace('_', ' '));
            }
        });
        return "The " + model + " is " + ("aeiou".indexOf(shelf.noun().charAt(0)) < 0 ? "a " : "an ") + shelf.noun()
                + " by " + brand + ": " + String.join(", ", facts) + ".";
    }

    /** {@code capacity_l} 1.5 is said as "capacity 1.5 l". */
    private static String said(String name, String value) {
        int unit = name.lastIndexOf('_');
        if (unit > 0 && value.matches("-?\\d+(\\.\\d+)?")) {
            return name.substring(0, unit).replace('_', ' ') + " " + value + " " + name.substring(unit + 1);
        }
        return value.matches("-?\\d+(\\.\\d+)?") ? value + " " + name : value;
    }

    /** More cheap things than dear ones, and a price that ends in 95. */
    private long price(Shelf shelf) {
        double share = random.nextDouble() * random.nextDouble();
        return shelf.from() * 100L + Math.round(share * (shelf.to() - shelf.from())) * 100L - 5;
    }

    private Map<LocationId, Integer> stock() {
        Map<LocationId, Integer> stock = new HashMap<>();
        for (LocationId location : LOCATIONS) {
            int units = random.nextInt(10) < 2 ? 0 : 1 + random.nextInt(60);
            if (units > 0) {
                stock.put(location, units);
            }
        }
        return stock;
    }

    /** From the range that shops may number themselves, with the check digit in place. */
    private String ean() {
        long digits = 200_000_000_000L + random.nextLong(9_999_999_999L);
        int sum = 0;
        long rest = digits;
        for (int weight = 3; rest > 0; weight = 4 - weight, rest /= 10) {
            sum += (int) (rest % 10) * weight;
        }
        return digits + Integer.toString((10 - sum % 10) % 10);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
