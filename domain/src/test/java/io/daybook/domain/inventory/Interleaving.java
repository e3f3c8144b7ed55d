package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.BERLIN;
import static io.daybook.domain.inventory.StockFixtures.MUG;
import static io.daybook.domain.inventory.StockFixtures.NOON;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One way in which a handful of buyers, a warehouse and a sweeper get in each other's way over one item. Each goes its own course in
 * its own order; the seed says who is next, how much time goes by, which node decides, and what is sent twice. Nodes' clocks differ
 * from the true time by up to five seconds, and holds last only four times as long, so that what ends when is often in dispute.
 */
final class Interleaving {
    private static final int NODES = 3;
    private static final int MOST_SKEW_MILLIS = 5_000;
    private static final Duration HOLD = Duration.ofSeconds(20);

    private final SplittableRandom random;
    private final int[] skewMillis = new int[NODES];
    private final List<Deque<Function<Instant, InventoryCommand>>> courses = new ArrayList<>();

    private Interleaving(long seed) {
        random = new SplittableRandom(seed);
        for (int node = 0; node < NODES; node++) {
            skewMillis[node] = random.nextInt(-MOST_SKEW_MILLIS, MOST_SKEW_MILLIS + 1);
        }
        courses.add(warehouse());
        courses.add(sweeper());
        int buyers = random.nextInt(2, 6);
        for (int buyer = 1; buyer <= buyers; buyer++) {
            courses.add(buyer(new OrderId("O-" + buyer)));
        }
    }

    /** The same seed gives the same wishes. */
    static List<InventoryCommand> of(long seed) {
        return new Interleaving(seed).woven();
    }

    private List<InventoryCommand> woven() {
        List<InventoryCommand> wishes = new ArrayList<>();
        Instant time = NOON;
        wishes.add(new ReceiveStock(MUG, BERLIN, "note", random.nextInt(1, 7), clock(time)));
        while (!courses.isEmpty()) {
            time = time.plusMillis(random.nextInt(0, 6_000));
            int next = random.nextInt(courses.size());
            Function<Instant, InventoryCommand> step = courses.get(next).pop();
            wishes.add(step.apply(clock(time)));
            if (random.nextInt(8) == 0) {
                wishes.add(step.apply(clock(time)));
            }
            if (courses.get(next).isEmpty()) {
                courses.remove(next);
            }
        }
        return wishes;
    }

    private Instant clock(Instant time) {
        return time.plusMillis(skewMillis[random.nextInt(NODES)]);
    }

    private Deque<Function<Instant, InventoryCommand>> buyer(OrderId order) {
        ReservationId reservation = ReservationId.of(order, 1);
        int quantity = random.nextInt(1, 5);
        Deque<Function<Instant, InventoryCommand>> course = new ArrayDeque<>();
        course.add(now -> new ReserveStock(MUG, BERLIN, reservation, order, quantity, now.plus(HOLD), now));
        if (random.nextInt(5) == 0) {
            course.add(now -> new ReleaseReservation(MUG, BERLIN, reservation, "changed", now));
            return course;
        }
        if (random.nextInt(3) == 0) {
            course.add(now -> new ExtendReservation(
                    MUG, BERLIN, reservation, order, quantity, now.plus(HOLD.multipliedBy(2)), now));
        }
        course.add(now -> new ConfirmReservation(MUG, BERLIN, reservation, order, quantity, now));
        if (random.nextInt(3) == 0) {
            int fewer = random.nextInt(1, quantity + 1);
            course.add(now -> new ReleaseReservation(MUG, BERLIN, reservation, fewer, "fewer", now));
        }
        int first = random.nextInt(0, quantity + 1);
        if (first > 0) {
            course.add(now -> new ShipStock(MUG, BERLIN, reservation, first, now));
        }
        if (first < quantity) {
            course.add(
                    random.nextBoolean()
                            ? now -> new ShipStock(MUG, BERLIN, reservation, quantity - first, now)
                            : now -> new ReleaseReservation(MUG, BERLIN, reservation, "the rest", now));
        }
        if (first > 0 && random.nextBoolean()) {
            course.add(now -> new ReturnStock(MUG, BERLIN, order, "R-1", first, now));
        }
        return course;
    }

    private Deque<Function<Instant, InventoryCommand>> warehouse() {
        Deque<Function<Instant, InventoryCommand>> course = new ArrayDeque<>();
        for (int step = random.nextInt(0, 4); step > 0; step--) {
            int units = random.nextInt(1, 6);
            course.add(
                    switch (random.nextInt(4)) {
                        case 0 -> now -> new AdjustStock(MUG, BERLIN, -units, "broken", now);
                        case 1 -> now -> new AdjustStock(MUG, BERLIN, units, "found", now);
                        case 2 -> now -> new CountStock(MUG, BERLIN, "night", units, now);
                        default -> now -> new ReceiveStock(MUG, BERLIN, "note", units, now);
                    });
        }
        course.add(now -> new ReceiveStock(MUG, BERLIN, "note", 1, now));
        return course;
    }

    private Deque<Function<Instant, InventoryCommand>> sweeper() {
        Deque<Function<Instant, InventoryCommand>> course = new ArrayDeque<>();
        for (int step = random.nextInt(1, 4); step > 0; step--) {
            course.add(now -> new ExpireReservations(MUG, BERLIN, now));
        }
        return course;
    }
}
