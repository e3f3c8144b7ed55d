package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which locations a demand is served from: the fewest that hold enough together, since each is a parcel of its own. Among equals the
 * first by name. With more than {@value MOST_TRIED} candidates the fewest are no longer searched for; then the location that serves
 * most of what is open is taken, until nothing is.
 */
final class LocationChoice {
    /** Candidates whose subsets are all tried: 2^10 at most. */
    static final int MOST_TRIED = 10;

    private static final Comparator<LocationId> BY_NAME = Comparator.comparing(LocationId::value);

    private LocationChoice() {}

    /**
     * @param demand units by SKU; all locations together must hold it
     * @param free units by location and SKU
     * @return the locations, by name
     */
    static List<LocationId> of(Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free) {
        List<LocationId> candidates = free.keySet().stream().sorted(BY_NAME).toList();
        return candidates.size() <= MOST_TRIED ? fewest(demand, free, candidates) : greedy(demand, free, candidates);
    }

    private static List<LocationId> fewest(
            Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free, List<LocationId> candidates) {
        int best = (1 << candidates.size()) - 1;
        for (int mask = 0; mask < 1 << candidates.size(); mask++) {
            if (beats(mask, best) && missing(demand, free, chosen(mask, candidates)) == 0) {
                best = mask;
            }
        }
        return chosen(best, candidates);
    }

    /** Fewer locations; of as many, those whose names come first, which are the lower bits. */
    private static boolean beats(int mask, int best) {
        int fewer = Integer.bitCount(best) - Integer.bitCount(mask);
        return fewer > 0 || (fewer == 0 && Integer.reverse(mask) >>> 1 > Integer.reverse(best) >>> 1);
    }

    private static List<LocationId> chosen(int mask, List<LocationId> candidates) {
        List<LocationId> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if ((mask & (1 << i)) != 0) {
                chosen.add(candidates.get(i));
            }
        }
        return chosen;
    }

    private static List<LocationId> greedy(
            Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free, List<LocationId> candidates) {
        Set<LocationId> taken = new TreeSet<>(BY_NAME);
        while (missing(demand, free, taken) > 0) {
            candidates.stream()
                    .filter(c -> !taken.contains(c))
                    .min(Comparator.comparingLong(c -> missing(demand, free, and(taken, c))))
                    .ifPresent(taken::add);
        }
        return List.copyOf(taken);
    }

    private static List<LocationId> and(Set<LocationId> taken, LocationId one) {
        List<LocationId> all = new ArrayList<>(taken);
        all.add(one);
        return all;
    }

    private static long missing(
            Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free, Iterable<LocationId> locations) {
        long missing = 0;
        for (Map.Entry<Sku, Long> wanted : demand.entrySet()) {
            long there = 0;
            for (LocationId location : locations) {
                there += free.getOrDefault(location, Map.of()).getOrDefault(wanted.getKey(), 0L);
            }
            missing += Math.max(0, wanted.getValue() - there);
        }
        return missing;
    }
}
