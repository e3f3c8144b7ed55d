package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.BUYER;
import static io.daybook.command.Stories.HAMBURG;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.SET;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.notification.NotificationKind.ITEMS_CANCELLED;
import static io.daybook.command.notification.NotificationKind.NOT_TO_PICK;
import static io.daybook.command.notification.NotificationKind.ORDER_CANCELLED;
import static io.daybook.command.notification.NotificationKind.ORDER_CONFIRMED;
import static io.daybook.command.notification.NotificationKind.ORDER_REFUNDED;
import static io.daybook.command.notification.NotificationKind.ORDER_REFUSED;
import static io.daybook.command.notification.NotificationKind.ORDER_SHIPPED;
import static io.daybook.command.notification.NotificationKind.TO_PICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.notification.NotDelivered;
import io.daybook.command.notification.Notification;
import io.daybook.command.notification.NotificationKind;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.Outbox.State;
import io.daybook.command.notification.OutboxInMemory;
import io.daybook.command.notification.Postroom;
import io.daybook.command.notification.Recipient;
import io.daybook.command.notification.RecordingChannel;
import io.daybook.command.order.CheckOut;
import io.daybook.command.order.PayOrder;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What people are told, word for word, and what they are not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenOrderMovesOnTellPeopleTest {
    private static final Recipient ADA_HERSELF = new Recipient.Customer(BUYER.name(), BUYER.email());

    private final SharedLog log = new SharedLog();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final RecordingChannel channel = new RecordingChannel();
    private final MovingClock clock = new MovingClock();
    private @Nullable WriteSide shop;

    @BeforeEach
    void tea_is_on_sale() {
        try (WriteSide before = WriteSide.over(log)) {
            openShop(before);
            receive(before, TEAPOT, BERLIN, 9);
            receive(before, MUG, HAMBURG, 9);
        }
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    private WriteSide open(@Nullable PaymentProvider provider) {
        WriteSide open = WriteSide.telling(log, channel, outbox, provider, clock);
        shop = open;
        return open;
    }

    /** What was told of an event, without what tells one message from another. */
    private static Notification told(
            NotificationKind kind,
            String order,
            Recipient to,
            List<Notification.Line> lines,
            List<Notification.Charge> charges,
            @Nullable Long cents,
            @Nullable String reason,
            boolean complete) {
        return new Notification(
                "", kind, order(order), NOW, to, lines, charges, cents == null ? null : euros(cents), reason, complete);
    }

    private static Notification toWarehouse(
            NotificationKind kind, String order, LocationId location, Notification.Line... lines) {
        return told(kind, order, new Recipient.Warehouse(location), List.of(lines), List.of(), null, null, false);
    }

    private static Notification toCustomer(NotificationKind kind, String order, @Nullable Long cents, String reason) {
        return told(kind, order, ADA_HERSELF, List.of(), List.of(), cents, reason.isEmpty() ? null : reason, false);
    }

    /** Once there is anything. */
    private List<Notification> toldAbout(String order) {
        long end = System.nanoTime() + 10_000_000_000L;
        List<Notification> about = List.of();
        while (about.isEmpty() && System.nanoTime() < end) {
            about = told(0).stream()
                    .filter(message -> message.order().value().equals(order))
                    .toList();
            Thread.onSpinWait();
        }
        return about;
    }

    private List<Notification> told(int count) {
        outbox.await(State.SENT, count);
        return channel.delivered().stream()
                .map(m -> new Notification(
                        "",
                        m.kind(),
                        m.order(),
                        m.happenedAt(),
                        m.to(),
                        m.lines(),
                        m.charges(),
                        m.amount(),
                        m.reason(),
                        m.complete()))
                .toList();
    }

    private static Notification.Line goods(Sku sku, String title, int quantity) {
        return new Notification.Line(sku, title, quantity, null);
    }

    @Test
    void a_confirmed_order_is_told_to_its_buyer_and_to_each_location_that_serves_it() {
        CheckOut wish = checkOut("o-1", line(1, TEAPOT, 2, 2000), line(2, SET, 1, 2800));
        open(null)
                .commands
                .send(new CheckOut(
                        wish.order(),
                        wish.customer(),
                        BUYER,
                        wish.lines(),
                        List.of(new Charge("Shipping", euros(490))),
                        NOW));

        assertThat(told(3))
                .containsExactlyInAnyOrder(
                        told(
                                ORDER_CONFIRMED,
                                "o-1",
                                ADA_HERSELF,
                                List.of(
                                        new Notification.Line(TEAPOT, "Teapot", 2, euros(4000)),
                                        new Notification.Line(SET, "Set", 1, euros(2800))),
                                List.of(new Notification.Charge("Shipping", euros(490))),
                                7290L,
                                null,
                                false),
                        toWarehouse(TO_PICK, "o-1", BERLIN, goods(TEAPOT, "Teapot", 3)),
                        toWarehouse(TO_PICK, "o-1", HAMBURG, goods(MUG, "Mug", 2)));
    }

    @Test
    void each_shipment_is_told_with_its_lines_and_whether_it_is_the_last() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000), line(2, MUG, 1, 500)));
        log.await(OrderConfirmed.class);
        open.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        open.commands.send(new ShipItems(order("o-1"), "s-2", List.of(), NOW));

        assertThat(told(5))
                .contains(
                        told(
                                ORDER_SHIPPED,
                                "o-1",
                                ADA_HERSELF,
                                List.of(goods(TEAPOT, "Teapot", 1)),
                                List.of(),
                                null,
                                null,
                                false),
                        told(
                                ORDER_SHIPPED,
                                "o-1",
                                ADA_HERSELF,
                                List.of(goods(TEAPOT, "Teapot", 1), goods(MUG, "Mug", 1)),
                                List.of(),
                                null,
                                null,
                                true));
    }

    @Test
    void money_that_went_back_is_told_once_it_did() {
        WriteSide open = open(new SmallBank());
        open.commands.send(prepaid("o-1", SmallBank.RICH, line(1, TEAPOT, 2, 2000)));
        log.await(OrderConfirmed.class);
        open.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        open.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "too heavy", NOW));
        log.await(PaymentRefunded.class);

        assertThat(told(4)).contains(toCustomer(ORDER_REFUNDED, "o-1", 2000L, ""));
    }

    @Test
    void a_refused_order_is_told_as_refused_and_not_why() {
        WriteSide open = open(null);
        receive(open, MUG, BERLIN, 10);
        for (int i = 1; i <= 10; i++) {
            open.commands.send(checkOut("m-" + i, line(1, MUG, 1, 500)));
        }
        String suspect = log.await(OrderSentToReview.class).order().value();
        open.commands.send(new RefuseOrder(order(suspect), "grace", "looks like a thief", NOW));

        assertThat(toldAbout(suspect)).containsExactly(toCustomer(ORDER_REFUSED, suspect, null, ""));
    }

    @Test
    void an_order_that_ends_before_it_is_confirmed_is_told_to_its_buyer_alone() {
        WriteSide open = open(new SmallBank());
        open.commands.send(prepaid("o-1", SmallBank.POOR, line(1, TEAPOT, 1, 2000)));
        clock.pass(Duration.ofMinutes(16));
        open.commands.send(new EndOverdue(order("o-1"), clock.instant()));

        assertThat(told(1))
                .singleElement()
                .satisfies(message -> assertThat(message.reason()).isEqualTo("payment-timeout"));
    }

    @Test
    void an_order_that_was_to_be_picked_and_is_cancelled_is_told_to_the_warehouse_too() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        told(2);

        open.commands.send(new CancelOrder(order("o-1"), "changed my mind", NOW));

        assertThat(told(4))
                .contains(
                        toCustomer(ORDER_CANCELLED, "o-1", null, "changed my mind"),
                        toWarehouse(NOT_TO_PICK, "o-1", BERLIN, goods(TEAPOT, "Teapot", 1)));
    }

    @Test
    void items_that_are_cancelled_are_told_to_the_buyer_and_to_the_warehouse() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000)));
        told(2);

        open.commands.send(new CancelItems(order("o-1"), "c-1", List.of(new Pick(1, TEAPOT, 1)), "one is enough", NOW));

        Notification.Line one = goods(TEAPOT, "Teapot", 1);
        assertThat(told(4))
                .contains(
                        told(
                                ITEMS_CANCELLED,
                                "o-1",
                                ADA_HERSELF,
                                List.of(one),
                                List.of(),
                                null,
                                "one is enough",
                                false),
                        toWarehouse(NOT_TO_PICK, "o-1", BERLIN, one));
    }

    @Test
    void an_order_that_is_served_from_elsewhere_is_told_to_both_warehouses_and_to_nobody_else() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000)));
        told(2);
        receive(open, TEAPOT, HAMBURG, 2);

        open.commands.send(new CountStock(TEAPOT, BERLIN, "night", 1, NOW));

        Notification.Line two = goods(TEAPOT, "Teapot", 2);
        assertThat(told(4).subList(2, 4))
                .containsExactlyInAnyOrder(
                        toWarehouse(NOT_TO_PICK, "o-1", BERLIN, two), toWarehouse(TO_PICK, "o-1", HAMBURG, two));
    }

    @Test
    void an_order_that_is_not_paid_is_picked_nowhere_wherever_it_is_served_from() {
        WriteSide open = open(new SmallBank());
        open.commands.send(prepaid("o-1", SmallBank.POOR, line(1, TEAPOT, 2, 2000)));
        log.await(PaymentTurnedDown.class);
        receive(open, TEAPOT, HAMBURG, 2);
        open.commands.send(new CountStock(TEAPOT, BERLIN, "night", 1, NOW));
        log.await(StockReallocated.class);

        open.commands.send(new PayOrder(order("o-1"), new PaymentToken(SmallBank.RICH), NOW));

        assertThat(told(2))
                .extracting(Notification::kind, Notification::to)
                .containsExactlyInAnyOrder(
                        tuple(ORDER_CONFIRMED, ADA_HERSELF), tuple(TO_PICK, new Recipient.Warehouse(HAMBURG)));
    }

    @Test
    void what_a_warehouse_is_told_late_it_is_not_told_of_an_order_that_has_ended() {
        WriteSide open = open(null);
        channel.meets(message -> {
            throw NotDelivered.yet("not now", null);
        });
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        log.await(OrderConfirmed.class);
        open.commands.send(new CancelOrder(order("o-1"), "no", NOW));

        onlyToPickIsClosedOf(open, 4);
    }

    @Test
    void nor_that_it_has_to_pick_in_place_of_another() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000)));
        told(2);
        receive(open, TEAPOT, HAMBURG, 2);
        channel.meets(message -> {
            throw NotDelivered.yet("not now", null);
        });
        open.commands.send(new CountStock(TEAPOT, BERLIN, "night", 1, NOW));
        log.await(StockReallocated.class);
        open.commands.send(new CancelOrder(order("o-1"), "no", NOW));

        onlyToPickIsClosedOf(open, 4);
        outbox.await(State.SENT, 5);
    }

    /** Of so many messages that nobody took, all are sent an hour later but the one that no longer holds. */
    private void onlyToPickIsClosedOf(WriteSide open, int untaken) {
        // the one to pick may have been looked at after the order had ended
        outbox.await(entry -> entry.state() == State.CLOSED || entry.message().tries() > 0, untaken);

        channel.meets(message -> {});
        clock.pass(Duration.ofHours(1));
        open.bean(Postroom.class).ring();

        assertThat(outbox.await(State.CLOSED, 1))
                .extracting(entry -> entry.message().kind(), Outbox.Entry::note)
                .containsExactly(tuple(TO_PICK, LettersFromTheLog.CANCELLED));
        outbox.await(State.SENT, untaken - 1);
    }

    @Test
    void who_was_erased_gets_no_mail_and_the_message_is_closed_as_such() {
        Buyer nobody = new Buyer(CustomerName.ERASED, Email.ERASED, null, Address.ERASED);
        open(null)
                .commands
                .send(new CheckOut(order("o-1"), ADA, nobody, List.of(line(1, TEAPOT, 1, 2000)), List.of(), NOW));

        assertThat(outbox.await(State.CLOSED, 1))
                .extracting(entry -> entry.message().kind(), Outbox.Entry::note)
                .containsExactly(tuple(ORDER_CONFIRMED, LettersFromTheLog.ERASED));
        assertThat(told(1)).containsExactly(toWarehouse(TO_PICK, "o-1", BERLIN, goods(TEAPOT, "Teapot", 1)));
    }

    @Test
    void what_happened_before_anybody_was_to_be_told_is_not_told() {
        try (WriteSide before = WriteSide.withProcesses(log)) {
            before.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
            log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        }
        open(null).commands.send(checkOut("o-2", line(1, TEAPOT, 1, 2000)));

        assertThat(told(2)).extracting(Notification::order).containsOnly(order("o-2"));
    }

    @Test
    void imported_history_is_told_to_nobody() {
        WriteSide open = open(null);
        open.commands.send(new RecordPastOrder(
                order("past"),
                ADA,
                BUYER,
                List.of(line(1, TEAPOT, 1, 2000)),
                List.of(),
                List.of(new Allocation(1, TEAPOT, BERLIN, ReservationId.of(order("past"), 1), 1)),
                NOW));
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));

        assertThat(told(2)).extracting(Notification::order).containsOnly(order("o-1"));
    }

    @Test
    void nobody_is_told_in_a_replay() {
        WriteSide open = open(null);
        open.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000)));
        told(2);
        // as if nothing were remembered of what was sent
        clock.pass(Duration.ofDays(1));
        assertThat(outbox.forget(clock.instant(), 10)).isEqualTo(2);

        assertThatThrownBy(() -> open.replay(WhenOrderMovesOnTellPeople.GROUP))
                .hasMessageContaining("do not support a reset");
        open.commands.send(checkOut("o-2", line(1, TEAPOT, 1, 2000)));

        told(2);
        assertThat(channel.delivered())
                .extracting(Notification::order)
                .containsExactlyInAnyOrder(order("o-1"), order("o-1"), order("o-2"), order("o-2"));
    }

    @Test
    void a_messages_id_is_that_of_its_event_and_differs_by_kind_and_location() {
        assertThat(List.of(
                        WhenOrderMovesOnTellPeople.idOf("e", TO_PICK, BERLIN),
                        WhenOrderMovesOnTellPeople.idOf("e", TO_PICK, HAMBURG),
                        WhenOrderMovesOnTellPeople.idOf("e", ORDER_CONFIRMED, null),
                        WhenOrderMovesOnTellPeople.idOf("f", ORDER_CONFIRMED, null)))
                .doesNotHaveDuplicates()
                .contains(WhenOrderMovesOnTellPeople.idOf("e", TO_PICK, BERLIN));
    }
}
