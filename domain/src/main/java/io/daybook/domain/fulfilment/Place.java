package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a location that holds stock. Distances are the shop's own measure (kilometres, days, cents); only their order and
 * their sums matter, and no map is needed to tell them.
 *
 * @param otherwise distance to wherever no reach says more
 */
public record Place(LocationId id, Kind kind, List<Reach> reaches, int otherwise) {
    /** Of a location nobody told anything of: as far away as can be. */
    static final int FAR = 1_000_000;

    public Place {
        reaches = List.copyOf(reaches);
        requireDistance("otherwise", otherwise);
    }

    /** A store keeps its stock for those who walk in: it sends parcels only where no warehouse is as near. */
    public enum Kind {
        WAREHOUSE,
        STORE
    }

    /**
     * @param country ISO 3166-1 alpha-2
     * @param postcode how the postcodes begin; empty for the whole country
     * @param distance 0 to a million
     */
    public record Reach(String country, String postcode, int distance) {
        /** @throws IllegalArgumentException naming the field */
        public Reach {
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("country must be two capital letters (ISO 3166-1 alpha-2)");
            }
            postcode = Destination.plain(postcode);
            requireDistance("distance", distance);
        }

        private boolean covers(Destination to) {
            return country.equals(to.country()) && to.postcode().startsWith(postcode);
        }
    }

    static Place unknown(LocationId id) {
        return new Place(id, Kind.WAREHOUSE, List.of(), FAR);
    }

    /** The most exact of the reaches that cover it decides. */
    int distanceTo(Destination to) {
        return reaches.stream()
                .filter(reach -> reach.covers(to))
                .max(Comparator.comparingInt(reach -> reach.postcode().length()))
                .map(Reach::distance)
                .orElse(otherwise);
    }

    private static void requireDistance(String field, int distance) {
        if (distance < 0 || distance > FAR) {
            throw new IllegalArgumentException(field + " must be 0 to " + FAR + " but is " + distance);
        }
    }
}
