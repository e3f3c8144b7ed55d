package io.daybook.command.dispatch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What several wishes at a time are granted of, or what was lost to other processes: there it is worth taking {@link Turns}. Where wishes
 * only meet to be refused, nothing is appended that could be in anybody's way.
 */
final class Contested {
    private static final int MOST = 1_000;

    private final Set<String> names = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    /** Those of the names that a turn is worth taking for. */
    Set<String> among(Set<String> needed, List<Wish> wishes) {
        return wishes.stream().anyMatch(wish -> wish.conflicts() > 0)
                ? needed
                : needed.stream().filter(names::contains).collect(Collectors.toSet());
    }

    /** @param wishes that were decided together just now */
    void note(Set<String> needed, List<Wish> wishes) {
        if (wishes.size() > 1 && wishes.stream().anyMatch(Contested::isGrantedOrLost)) {
            names.addAll(needed);
        } else {
            names.removeAll(needed);
        }
    }

    private static boolean isGrantedOrLost(Wish wish) {
        return wish.isRuled()
                && switch (wish.verdict()) {
                    case Wish.Verdict.Answered answered ->
                        answered.outcome() instanceof Receipt receipt && receipt.changed();
                    case Wish.Verdict.Again again -> again.because() != null;
                    case Wish.Verdict.Elsewhere elsewhere -> false;
                };
    }
}
