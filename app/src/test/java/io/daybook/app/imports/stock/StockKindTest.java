package io.daybook.app.imports.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.imports.Fixture;
import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.UnusableFile;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockKindTest {

    @Test
    void each_line_is_a_count_or_a_reject() throws IOException {
        List<Unit> units = new ArrayList<>();
        try (Source source = new StockKind().open(Fixture.input("stock.csv", "XXX"))) {
            source.units().forEachRemaining(units::add);
        }

        assertThat(units)
                .containsExactly(
                        count(2, "9001", "berlin", "12"),
                        count(3, "9001", "hamburg", "0"),
                        Unit.rejected(Entry.of(4, List.of("9002", "berlin", "some"))
                                .rejected("bad-field", "quantity must be a whole number")),
                        Unit.rejected(Entry.of(5, List.of("9002", "ber lin", "4"))
                                .rejected(
                                        "bad-field",
                                        "location must be 1 to 32 letters, digits, dots, hyphens or underscores")),
                        Unit.rejected(Entry.of(6, List.of("9002", "berlin"))
                                .rejected("columns", "The line must have 3 columns.")));
    }

    @Test
    void a_file_with_other_columns_is_not_taken() {
        assertThatThrownBy(() -> new StockKind().open(Fixture.input("orders.csv", "XXX")))
                .isInstanceOf(UnusableFile.class)
                .hasMessage("the first line must be sku,location,quantity");
    }

    private static Unit count(long line, String sku, String location, String quantity) {
        var count = new CountStock(
                new Sku(sku),
                new LocationId(location),
                "import " + Fixture.JOB,
                Integer.parseInt(quantity),
                Fixture.UPLOADED);
        var wish = new Wish.Once(
                Fixture.JOB + ":" + line, count, List.of(Entry.of(line, List.of(sku, location, quantity))));
        return new Unit(1, Set.of(sku + "@" + location), List.of(wish), List.of());
    }
}
