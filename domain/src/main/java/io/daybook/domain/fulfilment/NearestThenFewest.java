package io.daybook.domain.fulfilment;

import io.daybook.domain.fulfilment.Place.Kind;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All from the nearest location that has all; if none has, from as few as possible, since each sends a parcel of its own, and of equally
 * few from those that are nearest together. Where distances are equal a warehouse comes before a store, then the name decides.
 */
public final class NearestThenFewest implements SourcingPolicy {
    private final Map<LocationId, Place> places = new HashMap<>();

    /** @param places those that something is known of; to all others it is equally far, and further than to most */
    public NearestThenFewest(List<Place> places) {
        places.forEach(place -> this.places.put(place.id(), place));
    }

    @Override
    public List<LocationId> choose(Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free, Destination to) {
        Map<LocationId, Integer> distances = new HashMap<>();
        free.keySet().forEach(id -> distances.put(id, place(id).distanceTo(to)));
        List<LocationId> nearestFirst = free.keySet().stream()
                .sorted(Comparator.comparingInt((LocationId id) -> distances.getOrDefault(id, Place.FAR))
                        .thenComparing(id -> place(id).kind() == Kind.STORE)
                        .thenComparing(LocationId::value))
                .toList();
        return new LocationChoice(demand, free, nearestFirst, distances).made();
    }

    private Place place(LocationId id) {
        Place known = places.get(id);
        return known == null ? Place.unknown(id) : known;
    }
}
