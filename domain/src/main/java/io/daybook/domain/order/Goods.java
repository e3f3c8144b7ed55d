package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the units of one order are.
 *
 * @param allocated all that was allocated when the order was placed: what its lines are made of, whatever serves them since
 * @param toShip what has not left yet and is to
 * @param out what has left and did not come back, in order of shipment
 * @param shipments ids of the shipments made
 * @param returns ids of the returns taken
 * @param cancellations ids of what was cancelled in part; all three are few, since they end with the order's units
 * @param promises the highest number that a promise of stock to the order ever had
 */
public record Goods(
        List<Allocation> allocated,
        List<Parcel> toShip,
        List<Parcel> out,
        Set<String> shipments,
        Set<String> returns,
        Set<String> cancellations,
        int promises) {
    static final Goods NONE = new Goods(List.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), 0);

    /** What the next promise of stock is numbered: no number is used twice, whatever became of its promise. */
    public int nextPromise() {
        return promises + 1;
    }

    /** An id under which nothing was cancelled yet. */
    public String unusedCancellation(String prefix) {
        int n = 1;
        while (cancellations.contains(prefix + "." + n)) {
            n++;
        }
        return prefix + "." + n;
    }

    /** Other stock serves the whole order, of which nothing was shipped. */
    Goods allocated(List<Allocation> allocations) {
        return new Goods(
                List.copyOf(allocations),
                parcels(allocations),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                highest(allocations));
    }

    Goods reallocated(List<Allocation> released, List<Allocation> instead) {
        return new Goods(
                allocated,
                plus(without(parcels(released)), parcels(instead)),
                out,
                shipments,
                returns,
                cancellations,
                highest(instead));
    }

    Goods shipped(String shipmentId, List<Parcel> parcels) {
        return new Goods(
                allocated,
                without(parcels),
                plus(out, parcels),
                plus(shipments, shipmentId),
                returns,
                cancellations,
                promises);
    }

    Goods cancelled(String cancellationId, List<Allocation> released) {
        return new Goods(
                allocated,
                without(parcels(released)),
                out,
                shipments,
                returns,
                plus(cancellations, cancellationId),
                promises);
    }

    Goods returned(String returnId, List<ReturnedLine> lines) {
        Pile still = new Pile(out);
        for (ReturnedLine back : lines) {
            still.take(
                    back.quantity(),
                    p -> p.line() == back.line()
                            && p.sku().equals(back.sku())
                            && p.location().equals(back.location()));
        }
        return new Goods(allocated, toShip, still.rest(), shipments, plus(returns, returnId), cancellations, promises);
    }

    /** Units allocated to a line by SKU: its own SKU alone, or those of a bundle's parts. */
    Map<Sku, Long> partsOf(int line) {
        Map<Sku, Long> parts = new LinkedHashMap<>();
        for (Allocation a : allocated) {
            if (a.line() == line) {
                parts.merge(a.sku(), (long) a.quantity(), Long::sum);
            }
        }
        return parts;
    }

    Money valueOf(List<Parcel> parcels, List<OrderLine> lines) {
        Money value = Money.zero(lines.getFirst().unitPrice().currency());
        for (OrderLine line : lines) {
            Map.Entry<Sku, Long> priced =
                    partsOf(line.line()).entrySet().iterator().next();
            long units = parcels.stream()
                    .filter(p -> p.line() == line.line() && p.sku().equals(priced.getKey()))
                    .mapToLong(Parcel::quantity)
                    .sum();
            // as many lines' worth as the units are of those that were allocated
            value = value.plus(line.unitPrice().times(units * line.quantity() / priced.getValue()));
        }
        return value;
    }

    /** What is still to be shipped, as it was allocated. */
    List<Allocation> open() {
        return allocations(toShip);
    }

    static List<Allocation> allocations(List<Parcel> parcels) {
        return parcels.stream()
                .map(p -> new Allocation(p.line(), p.sku(), p.location(), p.reservation(), p.quantity()))
                .toList();
    }

    static List<Parcel> parcels(List<Allocation> allocations) {
        return allocations.stream()
                .map(a -> new Parcel(a.line(), a.sku(), a.location(), a.reservation(), a.quantity()))
                .toList();
    }

    private List<Parcel> without(List<Parcel> parcels) {
        Pile left = new Pile(toShip);
        for (Parcel gone : parcels) {
            left.take(
                    gone.quantity(),
                    p -> p.line() == gone.line()
                            && p.sku().equals(gone.sku())
                            && p.reservation().equals(gone.reservation()));
        }
        return left.rest();
    }

    private int highest(List<Allocation> allocations) {
        return Math.max(
                promises,
                allocations.stream()
                        .mapToInt(a -> a.reservation().number())
                        .max()
                        .orElse(0));
    }

    private static List<Parcel> plus(List<Parcel> parcels, List<Parcel> more) {
        return Stream.concat(parcels.stream(), more.stream()).toList();
    }

    private static Set<String> plus(Set<String> ids, String id) {
        Set<String> all = new HashSet<>(ids);
        all.add(id);
        return Set.copyOf(all);
    }
}
