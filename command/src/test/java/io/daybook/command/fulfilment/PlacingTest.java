package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.BUYER;
import static io.daybook.command.Stories.HAMBURG;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.SET;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.order.CheckOut;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.fulfilment.FulfilmentRefusal.NotEnoughStock;
import io.daybook.domain.fulfilment.FulfilmentRefusal.ShortLine;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacingTest {
    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final WriteSide otherNode = WriteSide.over(log);

    @BeforeEach
    void open() {
        openShop(shop);
    }

    @AfterEach
    void close() {
        shop.close();
        otherNode.close();
    }

    @Test
    void an_order_its_holds_and_its_allocation_are_one_append() {
        receive(shop, TEAPOT, BERLIN, 3);
        receive(shop, MUG, BERLIN, 9);
        int before = log.events().size();

        OrderLine teapots = line(1, TEAPOT, 2, 2000);
        OrderLine mugs = line(2, MUG, 4, 500);
        Receipt receipt = shop.commands.send(checkOut("o-1", teapots, mugs));

        ReservationId first = ReservationId.of(order("o-1"), 1);
        ReservationId second = ReservationId.of(order("o-1"), 2);
        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new OrderPlaced(order("o-1"), ADA, BUYER, List.of(teapots, mugs), List.of(), euros(6000), NOW),
                        new StockAllocated(
                                order("o-1"),
                                List.of(
                                        new Allocation(1, TEAPOT, BERLIN, first, 2),
                                        new Allocation(2, MUG, BERLIN, second, 4)),
                                HOLDS_UNTIL,
                                NOW),
                        new InventoryReserved(TEAPOT, BERLIN, first, order("o-1"), 2, HOLDS_UNTIL, NOW),
                        new InventoryReserved(MUG, BERLIN, second, order("o-1"), 4, HOLDS_UNTIL, NOW));
        assertThat(log.appends()).last().isEqualTo(4);
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        true,
                        new ReadAfter(List.of(
                                new Mark("Order", "order:o-1", 1),
                                new Mark("InventoryItem", "TEAPOT@berlin", 1),
                                new Mark("InventoryItem", "MUG@berlin", 1)))));
    }

    @Test
    void a_bundle_is_served_from_the_stock_of_its_parts() {
        receive(shop, TEAPOT, BERLIN, 2);
        receive(shop, MUG, HAMBURG, 4);

        shop.commands.send(checkOut("o-1", line(1, SET, 2, 2800)));

        assertThat(log.events())
                .contains(
                        new InventoryReserved(
                                TEAPOT, BERLIN, ReservationId.of(order("o-1"), 1), order("o-1"), 2, HOLDS_UNTIL, NOW),
                        new InventoryReserved(
                                MUG, HAMBURG, ReservationId.of(order("o-1"), 2), order("o-1"), 4, HOLDS_UNTIL, NOW));
    }

    @Test
    void a_refusal_names_every_line_that_is_short_and_appends_nothing() {
        receive(shop, TEAPOT, BERLIN, 1);
        receive(shop, MUG, BERLIN, 5);
        int before = log.events().size();

        Refused refused = refusal(() -> shop.commands.send(
                checkOut("o-1", line(1, TEAPOT, 2, 2000), line(2, MUG, 4, 500), line(3, MUG, 4, 500))));

        assertThat(refused.refusal())
                .isEqualTo(new NotEnoughStock(List.of(new ShortLine(1, TEAPOT, 2, 1), new ShortLine(3, MUG, 4, 1))));
        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @Test
    void two_lines_that_share_an_item_are_decided_together() {
        receive(shop, TEAPOT, BERLIN, 2);
        receive(shop, MUG, BERLIN, 4);
        int before = log.events().size();

        Refused refused =
                refusal(() -> shop.commands.send(checkOut("o-1", line(1, SET, 2, 2800), line(2, MUG, 1, 500))));

        assertThat(refused.refusal()).isEqualTo(new NotEnoughStock(List.of(new ShortLine(2, MUG, 1, 0))));
        assertThat(log.eventsAfter(before)).isEmpty();

        receive(shop, MUG, BERLIN, 1);
        shop.commands.send(checkOut("o-1", line(1, SET, 2, 2800), line(2, MUG, 1, 500)));
        assertThat(log.events().stream().filter(InventoryReserved.class::isInstance))
                .extracting(e -> ((InventoryReserved) e).sku() + " " + ((InventoryReserved) e).quantity())
                .containsExactly("TEAPOT 2", "MUG 4", "MUG 1");
    }

    @Test
    void a_product_that_is_not_listed_is_refused() {
        assertThat(refusal(() -> shop.commands.send(checkOut("o-1", line(1, new Sku("NONE"), 1, 100))))
                        .refusal()
                        .code())
                .isEqualTo("catalog.not-listed");
    }

    @Test
    void a_price_that_changed_on_another_node_is_noticed_at_once() {
        receive(shop, TEAPOT, BERLIN, 5);
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        otherNode.commands.send(new ChangePrice(TEAPOT, euros(2100)));

        assertThat(refusal(() -> shop.commands.send(checkOut("o-2", line(1, TEAPOT, 1, 2000))))
                        .refusal()
                        .code())
                .isEqualTo("order.price-changed");
    }

    @Test
    void the_same_order_again_changes_nothing_and_another_one_under_its_id_is_refused() {
        receive(shop, TEAPOT, BERLIN, 5);
        CheckOut wish = checkOut("o-1", line(1, TEAPOT, 1, 2000));
        shop.commands.send(wish);
        int before = log.events().size();

        assertThat(shop.commands.send(wish)).isEqualTo(new Receipt(false, ReadAfter.of("Order", "order:o-1", 1)));
        assertThat(refusal(() -> shop.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000))))
                        .refusal()
                        .code())
                .isEqualTo("order.already-placed");
        assertThat(log.eventsAfter(before)).isEmpty();
    }

    @Test
    void a_hold_that_has_ended_is_sold_to_the_next_although_nothing_tidied_it_away() {
        receive(shop, TEAPOT, BERLIN, 1);
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        CheckOut next = checkOut("o-2", line(1, TEAPOT, 1, 2000));

        assertThat(refusal(() -> shop.commands.send(next)).refusal().code()).isEqualTo("inventory.not-enough-stock");
        CheckOut later = new CheckOut(
                next.order(),
                next.customer(),
                next.buyer(),
                next.lines(),
                next.charges(),
                NOW.plus(Duration.ofMinutes(15)));
        assertThat(shop.commands.send(later).changed()).isTrue();
    }

    @Test
    void stock_that_arrived_on_another_node_is_found_although_the_item_is_remembered_as_sold_out() {
        receive(shop, TEAPOT, BERLIN, 1);
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        receive(otherNode, TEAPOT, BERLIN, 1);

        assertThat(shop.commands.send(checkOut("o-2", line(1, TEAPOT, 1, 2000))).changed())
                .isTrue();
    }

    @Test
    void two_who_want_the_last_unit_are_one_winner_and_one_who_is_told_why() throws Exception {
        int rounds = 10 * Integer.getInteger("daybook.rounds", 2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                receive(shop, TEAPOT, BERLIN, 1);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<String> here = threads.submit(buying(shop, "here-" + round, start));
                Future<String> there =
                        threads.submit(buying(round % 2 == 0 ? shop : otherNode, "there-" + round, start));
                assertThat(List.of(here.get(), there.get()))
                        .containsExactlyInAnyOrder("placed", "inventory.not-enough-stock");
            }
        }
        assertThat(log.events().stream().filter(InventoryReserved.class::isInstance))
                .hasSize(rounds);
    }

    private static Callable<String> buying(WriteSide at, String id, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                at.commands.send(checkOut(id, line(1, TEAPOT, 1, 2000)));
                return "placed";
            } catch (Refused refused) {
                return refused.refusal().code();
            }
        };
    }
}
