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
 * @param allocated all that was allocated when the order was placed
 * @param toShip what of it has not left yet
 * @param out what has left and did not come back, in order of shipment
 * @param shipments ids of the shipments made
 * @param returns ids of the returns taken; both are few, since they end with the order's units
 */
public record Goods(
        List<Allocation> allocated, List<Parcel> toShip, List<Parcel> out, Set<String> shipments, Set<String> returns) {

    static Goods of(List<Allocation> allocations) {
        List<Parcel> toShip = allocations.stream()
                .map(a -> new Parcel(a.line(), a.sku(), a.location(), a.reservation(), a.quantity()))
                .toList();
        return new Goods(List.copyOf(allocations), toShip, List.of(), Set.of(), Set.of());
    }

    Goods shipped(String shipmentId, List<Parcel> parcels) {
        Pile left = new Pile(toShip);
        for (Parcel gone : parcels) {
            left.take(
                    gone.quantity(),
                    p -> p.line() == gone.line()
                            && p.sku().equals(gone.sku())
                            && p.reservation().equals(gone.reservation()));
        }
        return new Goods(allocated, left.rest(), plus(out, parcels), plus(shipments, shipmentId), returns);
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
        return new Goods(allocated, toShip, still.rest(), shipments, plus(returns, returnId));
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
        return toShip.stream()
                .map(p -> new Allocation(p.line(), p.sku(), p.location(), p.reservation(), p.quantity()))
                .toList();
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
