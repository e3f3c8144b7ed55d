package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.prepaid;
import static io.daybook.command.Stories.receive;
import static io.daybook.command.Stories.refusal;
import static io.daybook.command.payment.SmallBank.CAREFUL;
import static io.daybook.command.payment.SmallBank.POOR;
import static io.daybook.command.payment.SmallBank.RICH;
import static io.daybook.command.payment.SmallBank.SLOW;
import static io.daybook.command.payment.SmallBank.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.MovingClock;
import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.order.CheckOut;
import io.daybook.command.order.PayOrder;
import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentNotice;
import io.daybook.command.payment.PaymentNotice.Kind;
import io.daybook.command.payment.PaymentNotices;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.SmallBank;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Money and orders, with a bank that answers, or does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentProcessTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SharedLog log = new SharedLog();
    private final SmallBank bank = new SmallBank();
    private final MovingClock clock = new MovingClock();
    private final WriteSide shop = WriteSide.withProvider(log, bank, clock, true);

    @BeforeEach
    void nine_teapots_are_on_sale() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 9);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_order_is_confirmed_when_its_money_is_set_aside_and_nobody_takes_it_for_fraud() {
        buy("o-1", RICH);

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        assertThat(log.events())
                .contains(
                        new PaymentRequested(order("o-1"), ADA, 1, euros(4000), new PaymentToken(RICH), NOW),
                        new PaymentAuthorised(order("o-1"), 1, "auth-1", euros(4000), true, NOW),
                        new PaymentSecured(order("o-1"), euros(4000), NOW));
        assertThat(bank.asked()).containsExactly(PaymentKey.authorise(order("o-1"), 1));
    }

    @Test
    void an_order_without_its_money_is_not_confirmed_and_may_be_paid_later() {
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 2, 2000)));
        log.await(OrderCleared.class);
        assertThat(log.events()).doesNotContain(new OrderConfirmed(order("o-1"), NOW));

        pay("o-1", RICH);

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
    }

    @Test
    void after_a_decline_the_buyer_may_try_another_card() {
        buy("o-1", POOR);
        log.awaitEvent(new PaymentTurnedDown(order("o-1"), "insufficient_funds", NOW));
        assertThat(log.events()).contains(new PaymentDeclined(order("o-1"), 1, "insufficient_funds", NOW));

        pay("o-1", RICH);

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        assertThat(bank.asked())
                .containsExactly(PaymentKey.authorise(order("o-1"), 1), PaymentKey.authorise(order("o-1"), 2));
    }

    @Test
    void paying_twice_is_paying_once() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

        assertThat(shop.commands
                        .send(new PayOrder(order("o-1"), new PaymentToken(RICH), NOW))
                        .changed())
                .isFalse();
    }

    @Test
    void nobody_pays_when_the_stock_is_no_longer_held() {
        buy("o-1", POOR);
        log.await(PaymentTurnedDown.class);

        assertThat(refusal(() -> shop.commands.send(new PayOrder(order("o-1"), new PaymentToken(RICH), HOLDS_UNTIL)))
                        .refusal()
                        .code())
                .isEqualTo("order.too-late-to-pay");
    }

    @Test
    void an_answer_that_was_lost_is_had_again_under_its_key() {
        bank.loseAnswers(1);
        buy("o-1", RICH);
        awaitAsked(1);
        clock.pass(Duration.ofMinutes(1));

        shop.bean(AskAgain.class).run();

        assertThat(log.await(OrderConfirmed.class).order()).isEqualTo(order("o-1"));
        PaymentKey key = PaymentKey.authorise(order("o-1"), 1);
        assertThat(bank.asked()).containsExactly(key, key);
        assertThat(bank.find(order("o-1"), NOW)).hasSize(1);
    }

    @Test
    void an_answer_that_was_lost_longer_ago_than_keys_are_known_is_found() {
        bank.loseAnswers(1);
        buy("o-1", RICH);
        awaitAsked(1);
        clock.pass(Duration.ofHours(13));

        shop.bean(AskAgain.class).run();

        log.await(PaymentAuthorised.class);
        assertThat(bank.asked()).hasSize(1);
    }

    @Test
    void a_question_that_was_lost_is_asked_again() {
        bank.loseQuestions(1);
        buy("o-1", RICH);
        log.await(PaymentRequested.class);
        clock.pass(Duration.ofMinutes(1));

        shop.bean(AskAgain.class).run();

        assertThat(log.await(OrderConfirmed.class).order()).isEqualTo(order("o-1"));
    }

    @Test
    void a_key_that_only_fails_is_given_up_for_another_round_after_a_while() {
        PaymentKey key = PaymentKey.authorise(order("o-1"), 1);
        bank.stickKeys(1);
        buy("o-1", RICH);
        awaitAsked(1);
        clock.pass(Duration.ofMinutes(3));
        shop.bean(AskAgain.class).run();
        awaitAsked(2);
        assertThat(bank.asked()).containsExactly(key, key);
        clock.pass(Duration.ofMinutes(2));

        shop.bean(AskAgain.class).run();

        assertThat(log.await(OrderConfirmed.class).order()).isEqualTo(order("o-1"));
        assertThat(bank.asked()).containsExactly(key, key, key, key.round(2));
    }

    @Test
    void money_of_another_round_whose_answer_was_lost_is_found_and_not_set_aside_twice() {
        bank.stickKeys(1);
        buy("o-1", RICH);
        awaitAsked(1);
        clock.pass(Duration.ofMinutes(5));
        bank.loseAnswers(1);
        shop.bean(AskAgain.class).run();
        awaitAsked(3);
        clock.pass(Duration.ofMinutes(4));

        shop.bean(AskAgain.class).run();

        assertThat(log.await(OrderConfirmed.class).order()).isEqualTo(order("o-1"));
        assertThat(bank.find(order("o-1"), NOW)).hasSize(1);
    }

    /** A question that had to wait for long before it was asked at all is asked under its own key. */
    @Test
    void a_key_that_has_not_failed_is_not_given_up_however_late_it_is() {
        PaymentKey key = PaymentKey.authorise(order("o-1"), 1);
        bank.loseQuestions(1);
        buy("o-1", RICH);
        log.await(PaymentRequested.class);
        clock.pass(Duration.ofMinutes(9));
        bank.loseAnswers(1);
        shop.bean(AskAgain.class).run();
        awaitAsked(1);

        shop.bean(AskAgain.class).run();

        assertThat(log.await(OrderConfirmed.class).order()).isEqualTo(order("o-1"));
        assertThat(bank.asked()).containsExactly(key, key);
    }

    @Test
    void a_capture_whose_key_only_fails_is_asked_for_in_another_round_unless_it_was_made() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        // whoever had it authorised looks once more whether anything is due
        eventually("to rest", shop.bean(PaymentDesk.class)::isAtRest);
        bank.stickKeys(1);
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        awaitAsked(2);
        clock.pass(Duration.ofMinutes(5));
        bank.loseAnswers(1);
        shop.bean(AskAgain.class).run();
        awaitAsked(4);
        clock.pass(Duration.ofMinutes(4));

        shop.bean(AskAgain.class).run();

        Instant later = NOW.plus(Duration.ofMinutes(9));
        log.awaitEvent(new PaymentCaptured(order("o-1"), "s-1", euros(2000), euros(2000), later));
        PaymentKey key = PaymentKey.capture(order("o-1"), "s-1");
        assertThat(bank.asked()).containsExactly(PaymentKey.authorise(order("o-1"), 1), key, key, key.round(2), key);
        assertThat(standing("o-1").captured()).isEqualTo(euros(2000));
    }

    @Test
    void a_buyer_who_has_to_do_something_is_told_what_with_as_long_as_it_is_so() {
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        PaymentActionEndpoint door = shop.bean(PaymentActionEndpoint.class);

        assertThat(door.find("o-1")).isEqualTo(new PaymentAction("o-1", "secret"));
        bank.buyerActs(order("o-1"));
        assertThat(refusal(() -> door.find("o-1")).refusal().code()).isEqualTo("payment.no-action");
        assertThat(refusal(() -> door.find("o-2")).refusal().code()).isEqualTo("payment.no-action");
    }

    @Test
    void a_notice_carries_on_an_order_whose_buyer_had_to_do_something_whether_it_comes_once_or_twice() {
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        bank.buyerActs(order("o-1"));

        tell("o-1", Kind.AUTHORISED);
        tell("o-1", Kind.AUTHORISED);

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        assertThat(log.events()).filteredOn(PaymentAuthorised.class::isInstance).hasSize(1);
    }

    @Test
    void a_notice_of_what_is_known_is_not_looked_into() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

        tell("o-1", Kind.AUTHORISED);

        assertThat(bank.looks()).isZero();
    }

    @Test
    void a_notice_that_never_came_is_not_needed() {
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        bank.buyerActs(order("o-1"));
        clock.pass(Duration.ofMinutes(1));

        shop.bean(AskAgain.class).run();

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW.plus(Duration.ofMinutes(1))));
    }

    @Test
    void a_payment_that_waits_for_its_buyer_is_looked_at_less_often_the_longer_it_waits() {
        buy("o-1", CAREFUL);
        waitsUntil(Duration.ofSeconds(20));
        clock.pass(Duration.ofSeconds(30));
        shop.bean(AskAgain.class).run();
        waitsUntil(Duration.ofSeconds(30 + 40));
        clock.pass(Duration.ofSeconds(41));
        shop.bean(AskAgain.class).run();
        waitsUntil(Duration.ofSeconds(30 + 41 + 60));
        int looks = bank.looks();

        // too early to look, unless somebody tells
        clock.pass(Duration.ofSeconds(59));
        shop.bean(AskAgain.class).run();
        bank.buyerActs(order("o-1"));
        tell("o-1", Kind.AUTHORISED);

        log.await(OrderConfirmed.class);
        assertThat(bank.looks()).isEqualTo(looks + 1);
        eventually("to wait no more", () -> shop.bean(Patience.class).isTurn(order("o-1"), NOW));
    }

    @Test
    void a_payment_that_the_bank_has_not_decided_is_looked_at_less_often_too() {
        buy("o-1", SLOW);

        waitsUntil(Duration.ofSeconds(20));
    }

    /** Until it is nobody's turn to look before that time after noon. */
    private void waitsUntil(Duration time) {
        Patience patience = shop.bean(Patience.class);
        Instant turn = NOW.plus(time);
        eventually(
                "to wait until " + turn,
                () -> !patience.isTurn(order("o-1"), turn.minusMillis(1)) && patience.isTurn(order("o-1"), turn));
    }

    private static void eventually(String what, BooleanSupplier comes) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!comes.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time %s", what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void each_shipment_takes_its_money_and_a_return_gives_it_back() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-2", List.of(), NOW));
        shop.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "broken", NOW));

        log.awaitEvent(new PaymentRefunded(order("o-1"), "r-1", euros(2000), euros(2000), NOW));
        assertThat(log.events())
                .contains(
                        new PaymentCaptured(order("o-1"), "s-1", euros(2000), euros(2000), NOW),
                        new PaymentCaptured(order("o-1"), "s-2", euros(2000), euros(4000), NOW));
        assertThat(standing("o-1").captured()).isEqualTo(euros(4000));
        assertThat(standing("o-1").refunded()).isEqualTo(euros(2000));
    }

    @Test
    void a_refund_whose_answer_was_lost_is_not_made_twice() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        log.await(PaymentCaptured.class);
        bank.loseAnswers(1);
        shop.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "broken", NOW));
        awaitAsked(3);

        shop.bean(AskAgain.class).run();

        log.awaitEvent(new PaymentRefunded(order("o-1"), "r-1", euros(2000), euros(2000), NOW));
        assertThat(standing("o-1").refunded()).isEqualTo(euros(2000));
    }

    @Test
    void a_refund_that_the_buyers_bank_sent_back_is_in_the_books() {
        buySendAndTakeBack();

        PaymentKey key = PaymentKey.refund(order("o-1"), "r-1");
        sentBack(key, "closed_account");
        sentBack(key, "closed_account");
        sentBack(new PaymentKey("by hand"), "closed_account");

        RefundFailed failed = new RefundFailed(order("o-1"), "r-1", euros(2000), euros(0), "closed_account", NOW);
        assertThat(log.events()).filteredOn(RefundFailed.class::isInstance).containsExactly(failed);
    }

    private void buySendAndTakeBack() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        shop.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "broken", NOW));
        log.await(PaymentRefunded.class);
    }

    @Test
    void a_refund_that_came_back_and_was_asked_again_may_come_back_again() {
        buySendAndTakeBack();
        PaymentKey key = PaymentKey.refund(order("o-1"), "r-1");
        sentBack(key, "closed_account");
        clock.pass(AN_HOUR);
        shop.commands.send(new RetryRefund(order("o-1"), "r-1", clock.instant()));
        log.awaitEvent(new PaymentRefunded(order("o-1"), "r-1", euros(2000), euros(2000), clock.instant()));

        // of the first try, late
        sentBack(key, "closed_account");
        sentBack(key.attempt(2).round(2), null);

        assertThat(log.events())
                .filteredOn(RefundFailed.class::isInstance)
                .containsExactly(
                        new RefundFailed(order("o-1"), "r-1", euros(2000), euros(0), "closed_account", NOW),
                        new RefundFailed(order("o-1"), "r-1", euros(2000), euros(0), "unknown", clock.instant()));
    }

    private void sentBack(PaymentKey key, @Nullable String reason) {
        shop.bean(PaymentNotices.class)
                .take(new PaymentNotice(
                        "evt-9",
                        order("o-1"),
                        standing("o-1").id(),
                        key,
                        Kind.REFUND_FAILED,
                        euros(2000),
                        reason,
                        clock.instant()));
    }

    @Test
    void an_order_that_is_cancelled_releases_its_money() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

        shop.commands.send(new CancelOrder(order("o-1"), "changed my mind", NOW));

        log.awaitEvent(new PaymentVoided(order("o-1"), NOW));
        assertThat(standing("o-1").authorisation())
                .isEqualTo(new Authorisation.Cancelled(new AuthorisationId("auth-1")));
    }

    @Test
    void an_order_whose_money_did_not_come_in_time_ends_and_what_comes_later_is_released() {
        bank.loseAnswers(1);
        buy("o-1", RICH);
        awaitAsked(1);
        clock.pass(AN_HOUR);

        shop.bean(EndOverdueOrders.class).run();

        Instant later = NOW.plus(AN_HOUR);
        log.awaitEvent(new PaymentVoided(order("o-1"), later));
        assertThat(log.events())
                .contains(
                        new OrderCancelled(order("o-1"), "payment-timeout", List.of(allocation("o-1")), later),
                        new VoidRequested(order("o-1"), null, "payment-timeout", later))
                .doesNotContain(new OrderConfirmed(order("o-1"), later));
        assertThat(standing("o-1").authorisation())
                .isEqualTo(new Authorisation.Cancelled(new AuthorisationId("auth-1")));
    }

    @Test
    void a_question_that_arrives_after_its_order_was_given_up_sets_no_money_aside_for_long() {
        bank.loseQuestions(Integer.MAX_VALUE);
        buy("o-1", RICH);
        log.await(PaymentRequested.class);
        clock.pass(AN_HOUR);
        shop.bean(EndOverdueOrders.class).run();
        Instant later = NOW.plus(AN_HOUR);
        log.awaitEvent(new PaymentVoided(order("o-1"), later));
        bank.loseQuestions(0);
        PaymentKey late = PaymentKey.authorise(order("o-1"), 1).round(2);
        bank.authorise(order("o-1"), euros(4000), new PaymentMethod(RICH), late);

        tell("o-1", Kind.AUTHORISED);

        log.awaitEvent(new VoidRequested(order("o-1"), "auth-1", "too-late", later));
        awaitAsked(2);
        assertThat(bank.asked()).containsExactly(late, PaymentKey.cancel(new AuthorisationId("auth-1")));
        assertThat(standing("o-1").authorisation())
                .isEqualTo(new Authorisation.Cancelled(new AuthorisationId("auth-1")));
    }

    @Test
    void money_that_comes_for_a_declined_payment_after_its_order_has_ended_is_released() {
        buy("o-1", POOR);
        log.await(PaymentTurnedDown.class);
        shop.commands.send(new CancelOrder(order("o-1"), "changed my mind", NOW));

        shop.commands.send(new RecordAuthorisation(order("o-1"), 1, "auth-1", euros(4000), true, NOW));

        assertThat(log.events()).contains(new VoidRequested(order("o-1"), "auth-1", "order-ended", NOW));
    }

    @Test
    void money_that_comes_after_its_stock_was_sold_to_others_is_released_and_the_order_says_why() {
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        clock.pass(AN_HOUR);
        Instant later = NOW.plus(AN_HOUR);
        CheckOut all = checkOut("o-2", line(1, TEAPOT, 9, 2000));
        shop.commands.send(new CheckOut(all.order(), all.customer(), all.buyer(), all.lines(), all.charges(), later));
        bank.buyerActs(order("o-1"));

        tell("o-1", Kind.AUTHORISED);

        log.awaitEvent(new PaymentVoided(order("o-1"), later));
        assertThat(log.events())
                .contains(
                        new PaymentAuthorised(order("o-1"), 1, "auth-1", euros(4000), true, later),
                        new OrderCancelled(order("o-1"), "stock-lost", List.of(allocation("o-1")), later));
    }

    @Test
    void while_a_payment_is_pending_its_stock_is_held_longer_once_and_the_order_ends_later() {
        Instant longer = HOLDS_UNTIL.plus(Duration.ofMinutes(15));
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        clock.pass(Duration.ofMinutes(12));
        shop.bean(ExtendPendingHolds.class).run();
        assertThat(log.events()).noneMatch(HoldsExtended.class::isInstance);

        clock.pass(Duration.ofMinutes(2));
        shop.bean(ExtendPendingHolds.class).run();
        shop.bean(ExtendPendingHolds.class).run();

        Instant fourteenPast = NOW.plus(Duration.ofMinutes(14));
        assertThat(log.events())
                .filteredOn(HoldsExtended.class::isInstance)
                .containsExactly(new HoldsExtended(order("o-1"), longer, fourteenPast));
        clock.pass(Duration.ofMinutes(14));
        shop.bean(ExtendPendingHolds.class).run();
        shop.bean(EndOverdueOrders.class).run();
        assertThat(log.events())
                .noneMatch(OrderCancelled.class::isInstance)
                .filteredOn(HoldsExtended.class::isInstance)
                .hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        shop.bean(EndOverdueOrders.class).run();
        assertThat(log.events())
                .contains(new OrderCancelled(order("o-1"), "payment-timeout", List.of(allocation("o-1")), longer));
    }

    @Test
    void money_that_comes_while_stock_is_held_longer_confirms_the_order() {
        buy("o-1", CAREFUL);
        awaitWaitingForBuyer();
        clock.pass(Duration.ofMinutes(14));
        shop.bean(ExtendPendingHolds.class).run();
        clock.pass(Duration.ofMinutes(6));
        bank.buyerActs(order("o-1"));

        tell("o-1", Kind.AUTHORISED);

        assertThat(log.await(OrderConfirmed.class).occurredAt()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void the_rest_of_a_partly_shipped_order_is_cancelled_and_its_money_released() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        log.await(PaymentCaptured.class);

        shop.commands.send(new CancelItems(order("o-1"), "c-1", List.of(), "too many", NOW));

        log.awaitEvent(new PaymentVoided(order("o-1"), NOW));
        ReservationId promise = ReservationId.of(order("o-1"), 1);
        assertThat(log.events())
                .contains(
                        new ItemsCancelled(
                                order("o-1"),
                                "c-1",
                                List.of(new CancelledLine(1, TEAPOT, 1, euros(2000))),
                                List.of(new Allocation(1, TEAPOT, BERLIN, promise, 1)),
                                euros(2000),
                                "too many",
                                true,
                                NOW),
                        new ReservationReleased(TEAPOT, BERLIN, promise, order("o-1"), 1, 0, "too many", NOW),
                        new PaymentLowered(order("o-1"), "c-1", euros(2000), euros(2000), "too many", NOW));
        assertThat(standing("o-1").captured()).isEqualTo(euros(2000));
        assertThat(standing("o-1").authorisation())
                .isEqualTo(new Authorisation.Cancelled(new AuthorisationId("auth-1")));
    }

    @Test
    void what_was_captured_whole_is_given_back_for_what_is_cancelled() {
        buy("o-1", WHOLE);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(new Pick(1, TEAPOT, 1)), NOW));
        log.awaitEvent(new PaymentCaptured(order("o-1"), "s-1", euros(4000), euros(4000), NOW));

        shop.commands.send(new CancelItems(order("o-1"), "c-1", List.of(new Pick(1, TEAPOT, 1)), "too many", NOW));

        log.awaitEvent(new PaymentRefunded(order("o-1"), "cancellation:c-1", euros(2000), euros(2000), NOW));
        assertThat(standing("o-1").captured()).isEqualTo(euros(4000));
        assertThat(standing("o-1").refunded()).isEqualTo(euros(2000));
    }

    @Test
    void of_an_order_of_which_units_are_cancelled_only_the_others_are_captured() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new CancelItems(order("o-1"), "c-1", List.of(new Pick(1, TEAPOT, 1)), "too many", NOW));

        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));

        log.awaitEvent(new PaymentCaptured(order("o-1"), "s-1", euros(2000), euros(2000), NOW));
        assertThat(standing("o-1").captured()).isEqualTo(euros(2000));
    }

    @Test
    void a_capture_that_failed_is_asked_again_under_another_key_when_a_person_wants_it() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        bank.refuse(1);
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        log.awaitEvent(new CaptureFailed(order("o-1"), "s-1", euros(4000), "try_later", NOW));

        shop.commands.send(new RetryCapture(order("o-1"), "s-1", NOW));

        log.awaitEvent(new PaymentCaptured(order("o-1"), "s-1", euros(4000), euros(4000), NOW));
        PaymentKey key = PaymentKey.capture(order("o-1"), "s-1");
        assertThat(bank.asked()).endsWith(key, key.attempt(2));
        assertThat(standing("o-1").captured()).isEqualTo(euros(4000));
    }

    @Test
    void a_refund_that_failed_is_asked_again_under_another_key_unless_a_person_has_made_it_at_the_bank() {
        buy("o-1", RICH);
        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));
        shop.commands.send(new ShipItems(order("o-1"), "s-1", List.of(), NOW));
        log.await(PaymentCaptured.class);
        bank.refuse(1);
        shop.commands.send(new ReturnItems(order("o-1"), "r-1", List.of(new Pick(1, TEAPOT, 1)), "broken", NOW));
        log.awaitEvent(new RefundFailed(order("o-1"), "r-1", euros(2000), euros(0), "try_later", NOW));
        bank.refund(standing("o-1").id(), euros(2000), new PaymentKey("by hand"));

        shop.commands.send(new RetryRefund(order("o-1"), "r-1", NOW));

        log.awaitEvent(new PaymentRefunded(order("o-1"), "r-1", euros(2000), euros(2000), NOW));
        assertThat(standing("o-1").refunded()).isEqualTo(euros(2000));
    }

    @Test
    void a_payment_from_imported_history_is_left_alone() {
        shop.commands.send(
                prepaid("past", RICH, line(1, TEAPOT, 1, 2000)), Map.of(Handling.ORIGIN, HistoryHandler.IMPORT));
        buy("o-1", RICH);

        log.awaitEvent(new OrderConfirmed(order("o-1"), NOW));

        assertThat(bank.asked()).containsExactly(PaymentKey.authorise(order("o-1"), 1));
    }

    private void buy(String id, String method) {
        shop.commands.send(prepaid(id, method, line(1, TEAPOT, 2, 2000)));
    }

    private void pay(String id, String method) {
        shop.commands.send(new PayOrder(order(id), new PaymentToken(method), NOW));
    }

    private void tell(String id, Kind kind) {
        PaymentStanding standing = standing(id);
        shop.bean(PaymentNotices.class)
                .take(new PaymentNotice(
                        "evt-1", order(id), standing.id(), standing.key(), kind, euros(4000), null, clock.instant()));
    }

    private PaymentStanding standing(String id) {
        return bank.find(order(id), NOW).getFirst();
    }

    /** When the provider has said so it is looked at once more, which must not see what the buyer does next. */
    private void awaitWaitingForBuyer() {
        log.awaitEvent(new PaymentNeedsAction(order("o-1"), NOW));
        eventually("to look again", () -> bank.looks() > 0);
    }

    private void awaitAsked(int times) {
        eventually("to ask " + times + " times", () -> bank.asked().size() >= times);
    }

    private static Allocation allocation(String id) {
        return new Allocation(1, TEAPOT, BERLIN, ReservationId.of(order(id), 1), 2);
    }
}
