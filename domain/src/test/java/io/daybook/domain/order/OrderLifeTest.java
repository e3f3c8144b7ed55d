package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.BOX;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is wished of an order in whatever order, no unit leaves twice, none comes back that has not left, no cent is made up. */
class OrderLifeTest {
    private static final OrderCommand CLEAR = new ScreenOrder(ORDER, 0, Verdict.CLEAR, List.of(), LATER, LATER);

    private record Unit(int line, Sku sku) {}

    private static final Map<Unit, Integer> ORDERED =
            Map.of(new Unit(1, MUG), 3, new Unit(2, TIN), 2, new Unit(2, SPOON), 4);

    @Property(seed = "4711")
    void units_and_money_stay_within_the_order(@ForAll("wishes") List<OrderCommand> wishes) {
        Order order = Order.initial();
        Map<Unit, Integer> out = new HashMap<>();
        Map<Unit, Integer> shipped = new HashMap<>();
        Map<Unit, Integer> cancelled = new HashMap<>();
        Money credited = euros(0);
        Money waived = euros(0);
        for (OrderCommand wish : wishes) {
            for (OrderEvent event : decided(wish, order)) {
                order = Order.evolve(order, event);
                switch (event) {
                    case ItemsShipped e -> {
                        for (Parcel p : e.parcels()) {
                            out.merge(new Unit(p.line(), p.sku()), p.quantity(), Integer::sum);
                            shipped.merge(new Unit(p.line(), p.sku()), p.quantity(), Integer::sum);
                        }
                        assertThat(e.complete())
                                .isEqualTo(both(shipped, cancelled).equals(ORDERED));
                    }
                    case ItemsCancelled e -> {
                        for (Allocation a : e.released()) {
                            cancelled.merge(new Unit(a.line(), a.sku()), a.quantity(), Integer::sum);
                        }
                        assertThat(e.complete())
                                .isEqualTo(both(shipped, cancelled).equals(ORDERED));
                        waived = waived.plus(e.value());
                    }
                    case ItemsReturned e -> {
                        for (ReturnedLine l : e.lines()) {
                            out.merge(new Unit(l.line(), l.sku()), -l.quantity(), Integer::sum);
                        }
                        credited = credited.plus(e.value());
                    }
                    case OrderCancelled e -> {
                        assertThat(shipped).isEmpty();
                        assertThat(units(e.released()) + units(cancelled)).isEqualTo(9);
                    }
                    case OrderPlaced _,
                            StockAllocated _,
                            HoldsExtended _,
                            StockReallocated _,
                            PaymentAwaited _,
                            PaymentNeedsAction _,
                            PaymentTurnedDown _,
                            PaymentSecured _,
                            OrderSentToReview _,
                            OrderCleared _,
                            OrderRefused _,
                            OrderConfirmed _,
                            OrderDelivered _ -> {}
                }
            }
            assertThat(both(shipped, cancelled))
                    .allSatisfy((unit, n) -> assertThat(n).isLessThanOrEqualTo(ORDERED.get(unit)));
            assertThat(out.values()).allSatisfy(n -> assertThat(n).isNotNegative());
            assertThat(credited).isLessThanOrEqualTo(euros(80_00));
            assertThat(waived).isLessThanOrEqualTo(euros(80_00));
        }
    }

    private static Map<Unit, Integer> both(Map<Unit, Integer> some, Map<Unit, Integer> others) {
        Map<Unit, Integer> all = new HashMap<>(some);
        others.forEach((unit, n) -> all.merge(unit, n, Integer::sum));
        return all;
    }

    private static int units(Map<Unit, Integer> units) {
        return units.values().stream().mapToInt(n -> n).sum();
    }

    private static int units(List<Allocation> allocations) {
        return allocations.stream().mapToInt(Allocation::quantity).sum();
    }

    /** Refusals are fine; anything else that is thrown is a defect and passes through. */
    private static List<OrderEvent> decided(OrderCommand wish, Order order) {
        try {
            return OrderDecider.decide(wish, order);
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(OrderRefusal.class);
            return List.of();
        }
    }

    @Provide
    Arbitrary<List<OrderCommand>> wishes() {
        Arbitrary<Pick> pick = Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(MUG, BOX, TIN, SPOON),
                        Arbitraries.oneOf(Arbitraries.integers().between(1, 3), Arbitraries.integers()))
                .as(Pick::new);
        Arbitrary<List<Pick>> picks = pick.list().ofMaxSize(3);
        Arbitrary<String> id = Arbitraries.of("1", "2", "3", "4", "5", "6", "7", "8");
        Arbitrary<OrderCommand> ships = Combinators.combine(id, picks).as((i, p) -> new ShipItems(ORDER, i, p, LATER));
        Arbitrary<OrderCommand> returns =
                Combinators.combine(id, picks).as((i, p) -> new ReturnItems(ORDER, i, p, "too small", LATER));
        Arbitrary<OrderCommand> cancels =
                Combinators.combine(id, picks).as((i, p) -> new CancelItems(ORDER, i, p, "too many", LATER));
        Arbitrary<OrderCommand> loses = Combinators.combine(
                        id,
                        Arbitraries.of(
                                new Pick(1, MUG, 1), new Pick(2, TIN, 1), new Pick(2, SPOON, 1), new Pick(2, SPOON, 3)))
                .as((i, p) -> new LoseItems(ORDER, "lost-" + i, BERLIN, List.of(p), "stock-lost", LATER));
        Arbitrary<OrderCommand> others = Arbitraries.of(
                place(),
                new ConfirmOrder(ORDER, LATER),
                CLEAR,
                new DeliverOrder(ORDER, LATER),
                new CancelOrder(ORDER, "no", LATER));
        Arbitrary<OrderCommand> any = Arbitraries.frequencyOf(
                Tuple.of(5, ships),
                Tuple.of(5, returns),
                Tuple.of(3, cancels),
                Tuple.of(1, loses),
                Tuple.of(2, others));
        return any.list()
                .ofMaxSize(40)
                .map(rest -> Stream.concat(Stream.of(place(), CLEAR, new ConfirmOrder(ORDER, LATER)), rest.stream())
                        .toList());
    }
}
