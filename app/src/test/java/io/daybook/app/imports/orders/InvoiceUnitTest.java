package io.daybook.app.imports.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.imports.Fixture;
import io.daybook.app.imports.job.Entry;
import io.daybook.app.imports.job.Source;
import io.daybook.app.imports.job.Unit;
import io.daybook.app.imports.job.Wish;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoiceUnitTest {
    private static final LocationId WAREHOUSE = new LocationId("warehouse");
    private static final Instant FIRST = Instant.parse("2015-01-05T09:30:00Z");

    private final List<Unit> units = new ArrayList<>();
    private BigDecimal value = BigDecimal.ZERO;
    private long lines;

    @BeforeEach
    void read() throws IOException {
        try (Source source = new OrdersKind("GBP").open(Fixture.input("orders.csv", "GBP"))) {
            source.units().forEachRemaining(units::add);
            value = source.value();
            lines = source.lines();
        }
    }

    @Test
    void a_dirty_file_becomes_exactly_these_commands() {
        assertThat(commands())
                .containsExactly(
                        listed("T100A", "TEA POT", 425),
                        received("T100A", 3),
                        listed("T200", "CUP BLUE", 120),
                        received("T200", 20),
                        listed("T300", "SAUCER", 55),
                        received("T300", 9),
                        new CountStock(new Sku("T400"), WAREHOUSE, "opening stock", 0, FIRST),
                        sold(
                                "700001",
                                "15001",
                                FIRST,
                                List.of(new Charge("POSTAGE", gbp(300))),
                                line(1, "T100A", 2, 425),
                                line(2, "T200", 10, 110),
                                line(3, "T100A", 1, 425)),
                        sold(
                                "700002",
                                "guest-700002",
                                Instant.parse("2015-06-30T22:59:00Z"),
                                List.of(),
                                line(1, "T200", 4, 110),
                                line(2, "T300", 3, 55)),
                        sold(
                                "700003",
                                "15002",
                                Instant.parse("2015-07-01T09:00:00Z"),
                                List.of(),
                                line(1, "T300", 6, 0)),
                        new RecordPastReturn(
                                new OrderId("past-C700004"),
                                List.of(new ReturnedLine(1, new Sku("T200"), WAREHOUSE, 5, gbp(550))),
                                "credit note C700004",
                                Instant.parse("2015-07-01T10:00:00Z")),
                        adjusted("T200", -7, "damaged", "2015-07-02T07:00:00Z"),
                        adjusted("T400", 12, "found", "2015-07-02T07:05:00Z"),
                        adjusted("T400", -2, "found", "2015-07-02T07:06:00Z"),
                        sold(
                                "700011",
                                "15003",
                                Instant.parse("2015-07-02T08:20:00Z"),
                                List.of(),
                                line(1, "T200", 1, 110)),
                        sold(
                                "700013",
                                "15003",
                                Instant.parse("2015-07-02T08:40:00Z"),
                                List.of(),
                                line(1, "T200", 3, 120)));
    }

    @Test
    void every_line_that_becomes_no_event_is_rejected_with_its_number_and_a_reason() {
        assertThat(units.stream()
                        .flatMap(unit -> unit.rejects().stream())
                        .map(r -> r.entry().line() + " " + r.reason()))
                .containsExactly(
                        "10 credit-without-goods",
                        "11 credit-without-goods",
                        "15 unknown-document",
                        "16 no-goods",
                        "17 price-precision",
                        "19 negative-price",
                        "20 stock-code",
                        "21 quantity",
                        "22 date",
                        "23 columns",
                        "25 negative-sale",
                        "26 credit-quantity",
                        "27 quantity-zero",
                        "28 not-goods");
    }

    @Test
    void events_and_rejects_are_worth_what_the_file_is_worth() {
        BigDecimal events = units.stream()
                .flatMap(unit -> unit.wishes().stream())
                .map(Wish::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rejects = units.stream()
                .flatMap(unit -> unit.rejects().stream())
                .map(reject -> reject.entry().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(events).isEqualByComparingTo("32.00");
        assertThat(rejects).isEqualByComparingTo(value.subtract(events));
        assertThat(value).isEqualByComparingTo("-69.579");
    }

    @Test
    void every_line_stands_in_one_command_or_in_the_rejects() {
        List<Long> seen = new ArrayList<>();
        units.forEach(unit -> {
            unit.wishes()
                    .forEach(wish -> wish.entries().stream().map(Entry::line).forEach(seen::add));
            unit.rejects().forEach(reject -> seen.add(reject.entry().line()));
        });

        assertThat(seen).hasSize(27).doesNotHaveDuplicates();
        assertThat(lines).isEqualTo(27);
        assertThat(units.stream().mapToInt(Unit::lines).sum()).isEqualTo(27);
    }

    private List<Command> commands() {
        return units.stream()
                .flatMap(unit -> unit.wishes().stream())
                .map(Wish::command)
                .toList();
    }

    private static ListProduct listed(String sku, String title, long price) {
        var details = new ProductDetails(
                title, "", null, List.of("Imported"), Map.of(), List.of(), List.of(), null, List.of());
        return new ListProduct(new Sku(sku), details, gbp(price));
    }

    private static ReceiveStock received(String sku, int quantity) {
        return new ReceiveStock(new Sku(sku), WAREHOUSE, "opening stock", quantity, FIRST);
    }

    private static AdjustStock adjusted(String sku, int delta, String reason, String at) {
        return new AdjustStock(new Sku(sku), WAREHOUSE, delta, reason, Instant.parse(at));
    }

    private static OrderLine line(int line, String sku, int quantity, long price) {
        return new OrderLine(line, new Sku(sku), quantity, gbp(price));
    }

    private static RecordPastOrder sold(
            String invoice, String customer, Instant at, List<Charge> charges, OrderLine... lines) {
        var order = new OrderId("past-" + invoice);
        List<Allocation> allocations = List.of(lines).stream()
                .map(l -> new Allocation(l.line(), l.sku(), WAREHOUSE, ReservationId.of(order, l.line()), l.quantity()))
                .toList();
        return new RecordPastOrder(order, new CustomerId(customer), null, List.of(lines), charges, allocations, at);
    }

    private static Money gbp(long pence) {
        return new Money(pence, "GBP");
    }
}
