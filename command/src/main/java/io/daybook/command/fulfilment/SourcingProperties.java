package io.daybook.command.fulfilment;

import io.daybook.domain.fulfilment.Place;
import io.daybook.domain.fulfilment.Place.Kind;
import io.daybook.domain.fulfilment.Place.Reach;
import io.daybook.domain.kernel.LocationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is known of the locations that hold stock. Distances are the shop's own measure, the same for all; a location that is not
 * listed holds stock like any other and is the last to be asked.
 *
 * @param locations in any order
 */
@ConfigurationProperties("daybook.sourcing")
record SourcingProperties(@DefaultValue List<Location> locations) {
    /**
     * @param otherwise distance to wherever no reach says more
     */
    record Location(
            @Nullable String id,
            @DefaultValue("warehouse") Kind kind,
            @DefaultValue List<Distance> reaches,
            @DefaultValue("1000000") int otherwise) {}

    /**
     * @param country ISO 3166-1 alpha-2
     * @param postcode how the postcodes begin; without it the whole country
     */
    record Distance(
            @Nullable String country,
            @DefaultValue("") String postcode,
            @Nullable Integer distance) {}

    /** @throws IllegalArgumentException naming the setting */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<LocationId> seen = new HashSet<>();
        for (int i = 0; i < locations.size(); i++) {
            String path = "daybook.sourcing.locations[" + i + "]";
            Place place = place(path, locations.get(i));
            if (!seen.add(place.id())) {
                throw new IllegalArgumentException(path + ".id is listed twice: " + place.id());
            }
            places.add(place);
        }
        return places;
    }

    private static Place place(String path, Location location) {
        LocationId id = read(path, () -> new LocationId(given("id", location.id())));
        List<Reach> reaches = new ArrayList<>();
        for (int i = 0; i < location.reaches().size(); i++) {
            Distance d = location.reaches().get(i);
            reaches.add(read(
                    path + ".reaches[" + i + "]",
                    () -> new Reach(given("country", d.country()), d.postcode(), given("distance", d.distance()))));
        }
        return read(path, () -> new Place(id, location.kind(), reaches, location.otherwise()));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** What cannot be read says which field it was; where that stands is added. */
    private static <T> T read(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + e.getMessage(), e);
        }
    }
}
