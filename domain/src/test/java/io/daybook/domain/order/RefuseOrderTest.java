package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.LATER;
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

import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefuseOrderTest {
    @Test
    void a_person_refuses_it_and_it_gives_its_stock_back() {
        given(placed(), allocated(), sentToReview())
                .when(refuse())
                .then(
                        new OrderRefused(ORDER, 60, List.of("stolen card"), "grace", LATER),
                        new OrderCancelled(ORDER, "fraud", ALLOCATIONS, LATER));
    }

    @Test
    void refusing_again_changes_nothing() {
        given(placed(), allocated(), sentToReview(), cancelled()).when(refuse()).thenNothing();
    }

    @Test
    void only_what_waits_for_a_person_is_refused_by_one() {
        given(placed(), allocated())
                .when(refuse())
                .thenRefused("order.not-in-review", new OrderRefusal.NotInReview(ORDER));
        given(placed(), allocated(), cleared(), confirmed())
                .when(refuse())
                .thenRefused("order.not-in-review", new OrderRefusal.NotInReview(ORDER));
    }

    @Test
    void only_an_order_is_asked() {
        given().when(refuse()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(refuse()).thenRefused("order.not-an-order", notAnOrder());
    }

    private static RefuseOrder refuse() {
        return new RefuseOrder(ORDER, "grace", "stolen card", LATER);
    }
}
