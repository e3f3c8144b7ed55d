package io.daybook.domain.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Units on their way, from which some are taken, first come first. A tool of one decision; states keep what {@link #rest} says. */
final class Pile {
    private final List<Parcel> units;

    Pile(List<Parcel> units) {
        this.units = new ArrayList<>(units);
    }

    /** @return what was there of the wanted units, at most {@code wanted} together */
    List<Parcel> take(long wanted, Predicate<Parcel> of) {
        List<Parcel> taken = new ArrayList<>();
        long missing = wanted;
        for (int i = 0; i < units.size() && missing > 0; i++) {
            Parcel there = units.get(i);
            if (there.quantity() > 0 && of.test(there)) {
                int quantity = (int) Math.min(missing, there.quantity());
                taken.add(with(there, quantity));
                units.set(i, with(there, there.quantity() - quantity));
                missing -= quantity;
            }
        }
        return taken;
    }

    List<Parcel> rest() {
        return units.stream().filter(p -> p.quantity() > 0).toList();
    }

    static long sum(List<Parcel> parcels) {
        return parcels.stream().mapToLong(Parcel::quantity).sum();
    }

    private static Parcel with(Parcel p, int quantity) {
        return new Parcel(p.line(), p.sku(), p.location(), p.reservation(), quantity);
    }
}
