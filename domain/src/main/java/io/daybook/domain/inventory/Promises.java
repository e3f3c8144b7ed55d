package io.daybook.domain.inventory;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The units of one item that somebody was promised. */
public final class Promises {
    static final Promises NONE = new Promises(Pledges.none(), Pledges.none());

    private final Pledges<Hold> holds;
    private final Pledges<Allocated> allocations;

    private Promises(Pledges<Hold> holds, Pledges<Allocated> allocations) {
        this.holds = holds;
        this.allocations = allocations;
    }

    /** Those that stand at a moment, as somebody has kept them. */
    public static Promises of(Map<ReservationId, Hold> holds, Map<ReservationId, Allocated> allocations) {
        Promises all = NONE;
        for (Map.Entry<ReservationId, Hold> hold : holds.entrySet()) {
            all = all.hold(hold.getKey(), hold.getValue());
        }
        for (Map.Entry<ReservationId, Allocated> units : allocations.entrySet()) {
            all = all.allocate(units.getKey(), units.getValue());
        }
        return all;
    }

    /**
     * Counts while the time is before {@code expiresAt}.
     *
     * @param extended {@code expiresAt} is not the end it was made with, and the last it will have
     */
    public record Hold(OrderId order, int quantity, Instant expiresAt, boolean extended) implements Pledge {
        boolean isLiveAt(Instant time) {
            return time.isBefore(expiresAt);
        }

        @Override
        public Instant endsAt() {
            return expiresAt;
        }
    }

    /**
     * @param quantity units not shipped yet
     * @param since when they were promised for good
     */
    public record Allocated(OrderId order, int quantity, Instant since) implements Pledge {
        @Override
        public Instant endsAt() {
            return Instant.MAX;
        }
    }

    /** Promises that end by themselves; those that have ended stay until they are tidied away, and count for nothing. */
    public Map<ReservationId, Hold> holds() {
        return holds;
    }

    /** Promises that stand until they are shipped or released. */
    public Map<ReservationId, Allocated> allocations() {
        return allocations;
    }

    /** Units of all allocations. */
    public int allocated() {
        return allocations.units();
    }

    /** Units under holds that are live at the time. */
    int heldAt(Instant time) {
        return holds.unitsAt(time);
    }

    Promises hold(ReservationId id, Hold hold) {
        return new Promises(holds.with(id, hold), allocations);
    }

    Promises allocate(ReservationId id, Allocated units) {
        return new Promises(holds.without(id), allocations.with(id, units));
    }

    Promises drop(ReservationId id) {
        return new Promises(holds.without(id), allocations.without(id));
    }

    /** All of a hold, so many units of an allocation. */
    Promises giveBack(ReservationId id, int quantity) {
        return holds.containsKey(id) ? drop(id) : lessen(id, quantity);
    }

    /** So many units of an allocation have left, or are no longer promised. */
    Promises lessen(ReservationId id, int quantity) {
        Allocated units = allocations.get(id);
        if (units == null) {
            return this;
        }
        int left = units.quantity() - quantity;
        return left <= 0
                ? drop(id)
                : new Promises(holds, allocations.with(id, new Allocated(units.order(), left, units.since())));
    }

    /** Units allocated under the reservation and not shipped yet; 0 if there is no such allocation. */
    public int allocatedTo(ReservationId id) {
        Allocated units = allocations.get(id);
        return units == null ? 0 : units.quantity();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Promises that && holds.equals(that.holds) && allocations.equals(that.allocations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(holds, allocations);
    }

    @Override
    public String toString() {
        return "Promises[holds=" + holds + ", allocations=" + allocations + "]";
    }
}
