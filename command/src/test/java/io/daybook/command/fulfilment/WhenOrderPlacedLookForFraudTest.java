package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenOrderPlacedLookForFraudTest {
    private final SharedLog log = new SharedLog();
    private final List<WriteSide> running = new ArrayList<>();

    @BeforeEach
    void teapots_are_on_sale() {
        try (WriteSide shop = WriteSide.over(log)) {
            openShop(shop);
            receive(shop, TEAPOT, BERLIN, 9);
        }
    }

    @AfterEach
    void stop() {
        running.forEach(WriteSide::close);
    }

    private void startProcesses() {
        running.add(WriteSide.withProcesses(log));
    }

    @Test
    void an_order_on_invoice_without_suspicion_is_confirmed() {
        try (WriteSide shop = WriteSide.withProcesses(log)) {
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));

            log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        }
    }

    @Test
    void an_order_placed_before_the_process_first_started_is_confirmed_too() {
        try (WriteSide shop = WriteSide.over(log)) {
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        }
        startProcesses();
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
    }

    @Test
    void an_order_that_was_cancelled_meanwhile_stays_cancelled_and_the_next_is_confirmed() {
        try (WriteSide shop = WriteSide.over(log)) {
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
            shop.commands.send(new CancelOrder(order("o-1"), "no", NOW));
            shop.commands.send(checkOut("o-2", line(1, TEAPOT, 1, 2000)));
        }
        startProcesses();
        log.awaitEvent(new OrderConfirmed(order("o-2"), NOW));
        assertThat(log.events())
                .contains(new OrderCancelled(order("o-1"), "no", List.of(allocation("o-1")), NOW))
                .doesNotContain(new OrderConfirmed(order("o-1"), NOW));
    }

    @Test
    void what_fails_for_other_reasons_is_tried_again_until_it_succeeds() {
        try (WriteSide shop = WriteSide.over(log)) {
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        }
        log.loseNext(12);
        startProcesses();
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
    }

    @Test
    void the_tenth_order_within_an_hour_waits_for_a_person() {
        try (WriteSide shop = WriteSide.withProcesses(log)) {
            receive(shop, MUG, BERLIN, 10);
            for (int i = 1; i <= 10; i++) {
                shop.commands.send(checkOut("m-" + i, line(1, MUG, 1, 500)));
            }

            OrderSentToReview sent = log.await(OrderSentToReview.class);
            assertThat(sent)
                    .isEqualTo(new OrderSentToReview(
                            sent.order(), 60, List.of("fraud.many-orders"), NOW.plus(Duration.ofHours(24)), NOW));
            shop.commands.send(new ApproveOrder(sent.order(), "grace", NOW));
            log.awaitEvent(new OrderConfirmed(sent.order(), NOW));
        }
    }

    @Test
    void imported_history_is_ignored() {
        try (WriteSide shop = WriteSide.withProcesses(log)) {
            shop.commands.send(new RecordPastOrder(
                    order("past"),
                    ADA,
                    null,
                    List.of(line(1, TEAPOT, 1, 2000)),
                    List.of(),
                    List.of(allocation("past")),
                    NOW));
            int afterImport = log.events().size();
            shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));

            log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

            assertThat(log.eventsAfter(afterImport)).doesNotContain(new OrderConfirmed(order("past"), NOW));
            assertThat(shop.commandsOf("ScreenOrder"))
                    .containsExactly(order("o-1").aggregateId());
        }
    }

    private static Allocation allocation(String id) {
        return new Allocation(1, TEAPOT, BERLIN, ReservationId.of(order(id), 1), 1);
    }
}
