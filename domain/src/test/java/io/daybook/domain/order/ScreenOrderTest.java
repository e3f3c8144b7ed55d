package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.sentToReview;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreenOrderTest {
    private static final List<String> WHY = List.of("fraud.many-orders");

    @Test
    void an_order_without_suspicion_is_cleared() {
        given(placed(), allocated())
                .when(screen(10, Verdict.CLEAR))
                .then(new OrderCleared(ORDER, 10, WHY, "rules", NOON));
    }

    @Test
    void a_suspicious_one_waits_for_a_person() {
        given(placed(), allocated()).when(screen(60, Verdict.REVIEW)).then(sentToReview());
    }

    @Test
    void a_bad_one_is_refused_and_gives_its_stock_back() {
        given(placed(), allocated())
                .when(screen(95, Verdict.REFUSE))
                .then(
                        new OrderRefused(ORDER, 95, WHY, "rules", NOON),
                        new OrderCancelled(ORDER, "fraud", ALLOCATIONS, NOON));
    }

    @Test
    void an_order_is_screened_once() {
        given(placed(), allocated(), cleared()).when(screen(95, Verdict.REFUSE)).thenNothing();
        given(placed(), allocated(), sentToReview())
                .when(screen(0, Verdict.CLEAR))
                .thenNothing();
        given(placed(), allocated(), cleared(), confirmed())
                .when(screen(95, Verdict.REFUSE))
                .thenNothing();
        given(placed(), allocated(), cancelled()).when(screen(0, Verdict.CLEAR)).thenNothing();
    }

    @Test
    void only_an_order_is_asked() {
        given().when(screen(0, Verdict.CLEAR)).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(screen(0, Verdict.CLEAR)).thenRefused("order.not-an-order", notAnOrder());
    }

    private static ScreenOrder screen(int score, Verdict verdict) {
        return new ScreenOrder(ORDER, score, verdict, WHY, LATER, NOON);
    }
}
