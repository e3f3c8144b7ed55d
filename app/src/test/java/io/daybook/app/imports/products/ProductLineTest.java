package io.daybook.app.imports.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.imports.Fixture;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductLineTest {

    @Test
    void a_dirty_file_becomes_exactly_these_commands() throws IOException {
        assertThat(units().stream().flatMap(unit -> unit.wishes().stream()).map(Wish::command))
                .containsExactly(
                        new ListProduct(
                                new Sku("9001"),
                                new ProductDetails(
                                        "Lumen KX-1 desk lamp",
                                        "A lamp.",
                                        "Lumen",
                                        List.of("Other electronics"),
                                        Map.of(
                                                "colour", new Words("White"),
                                                "weight", new Figure(new BigDecimal("6")),
                                                "yield", new Figure(new BigDecimal("23000")),
                                                "frequency", new Figure(new BigDecimal("2.13")),
                                                "dimmable", new Flag(true),
                                                "height_adjustment", new Figure(new BigDecimal("130")),
                                                "height_adjustment_flag", new Flag(true),
                                                "name", new Words("KX-1"),
                                                "date_released", new Words("2014-02-03")),
                                        List.of("4000000000017"),
                                        List.of(
                                                "http://img.example/h.jpg",
                                                "http://img.example/m.jpg",
                                                "http://img.example/l.jpg"),
                                        null,
                                        List.of()),
                                new Money(4995, "EUR")),
                        new ListProduct(
                                new Sku("9002"),
                                new ProductDetails(
                                        "Lumen replacement toner cartridge",
                                        "",
                                        null,
                                        List.of("Printing", "Toner"),
                                        Map.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        List.of()),
                                new Money(100, "EUR")));
    }

    @Test
    void a_bad_line_is_rejected_with_its_number_and_what_is_wrong() throws IOException {
        assertThat(units().stream()
                        .flatMap(unit -> unit.rejects().stream())
                        .map(r -> r.entry().line() + " " + r.reason()))
                .containsExactly(
                        "4 bad-field",
                        "5 bad-field",
                        "6 bad-field",
                        "7 bad-field",
                        "8 bad-field",
                        "9 not-json",
                        "10 not-json",
                        "11 bad-field");
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory() {
        byte[] bytes = ("x".repeat(TextLines.LONGEST + 5) + "\nnext\r\n").getBytes(StandardCharsets.UTF_8);
        List<TextLines.Line> lines = new ArrayList<>();
        new TextLines(new ByteArrayInputStream(bytes)).forEachRemaining(lines::add);

        assertThat(lines)
                .containsExactly(
                        new TextLines.Line(1, "x".repeat(TextLines.LONGEST), true),
                        new TextLines.Line(2, "next", false));
    }

    private static List<Unit> units() throws IOException {
        List<Unit> units = new ArrayList<>();
        try (Source source = new ProductsKind("EUR").open(Fixture.input("products.jsonl", "EUR"))) {
            source.units().forEachRemaining(units::add);
            assertThat(source.lines()).isEqualTo(units.size());
        }
        return units;
    }
}
