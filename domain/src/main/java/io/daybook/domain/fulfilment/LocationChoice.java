package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One choice of the fewest locations that hold a demand together, the nearest among equally few. With more than {@value MOST_TRIED}
 * candidates the fewest are no longer searched for; then the location that serves most of what is open is taken, until nothing is.
 *
 * @param demand units by SKU; all candidates together must hold it
 * @param free units by location and SKU
 * @param candidates in the order in which they are preferred
 */
record LocationChoice(
        Map<Sku, Long> demand,
        Map<LocationId, Map<Sku, Long>> free,
        List<LocationId> candidates,
        Map<LocationId, Integer> distances) {
    /** Candidates whose subsets are all tried: 2^10 at most. */
    static final int MOST_TRIED = 10;

    /** The locations, the preferred one first. */
    List<LocationId> made() {
        return candidates.size() <= MOST_TRIED ? fewest() : greedy();
    }

    private List<LocationId> fewest() {
        int best = (1 << candidates.size()) - 1;
        for (int mask = 0; mask < 1 << candidates.size(); mask++) {
            if (beats(mask, best) && missing(chosen(mask)) == 0) {
                best = mask;
            }
        }
        return chosen(best);
    }

    /** Fewer locations; of as many, those that are nearer together; else those that come first, which are the lower bits. */
    private boolean beats(int mask, int best) {
        int fewer = Integer.bitCount(best) - Integer.bitCount(mask);
        if (fewer != 0) {
            return fewer > 0;
        }
        long nearer = distance(best) - distance(mask);
        return nearer > 0 || (nearer == 0 && Integer.reverse(mask) >>> 1 > Integer.reverse(best) >>> 1);
    }

    private long distance(int mask) {
        long sum = 0;
        for (LocationId location : chosen(mask)) {
            sum += distances.getOrDefault(location, Place.FAR);
        }
        return sum;
    }

    private List<LocationId> chosen(int mask) {
        List<LocationId> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if ((mask & (1 << i)) != 0) {
                chosen.add(candidates.get(i));
            }
        }
        return chosen;
    }

    private List<LocationId> greedy() {
        Set<LocationId> taken = new LinkedHashSet<>();
        while (missing(taken) > 0) {
            candidates.stream()
                    .filter(c -> !taken.contains(c))
                    .min(Comparator.comparingLong(c -> missing(and(taken, c))))
                    .ifPresent(taken::add);
        }
        return candidates.stream().filter(taken::contains).toList();
    }

    private static List<LocationId> and(Set<LocationId> taken, LocationId one) {
        List<LocationId> all = new ArrayList<>(taken);
        all.add(one);
        return all;
    }

    private long missing(Iterable<LocationId> locations) {
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
