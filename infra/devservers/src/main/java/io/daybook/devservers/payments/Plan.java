package io.daybook.devservers.payments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an account is to be misbehaved to. Forgotten at a restart. Not safe for several threads. */
final class Plan {

    private static final Set<Fault> RANDOM = EnumSet.of(
            Fault.DELAY,
            Fault.ERROR_500,
            Fault.ERROR_500_AFTER_SUCCESS,
            Fault.RATE_LIMIT,
            Fault.TIMEOUT_AFTER_SUCCESS,
            Fault.WEBHOOK_LATE,
            Fault.WEBHOOK_TWICE,
            Fault.WEBHOOK_BEFORE_ANSWER);

    /** A fault that is waiting for its request. */
    private record Ordered(Fault fault, String on, long times) {}

    private final List<Ordered> ordered = new ArrayList<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private List<Fault> kinds = List.of();
    private long permille;
    private long seed;
    private long delayMillis = 2_000;
    private long webhookDelayMillis = 3_000;
    private long searchLagMillis;

    /**
     * Reads {@code fault}, with {@code on} (an operation, or {@code any}) and {@code times}; or {@code permille} of all requests with
     * {@code seed} and {@code kinds}; and the settings {@code delay_ms}, {@code webhook_delay_ms}, {@code search_lag_ms}.
     */
    void tell(Form form) {
        String fault = form.text("fault");
        if (fault != null) {
            ordered.add(new Ordered(Fault.parse(fault), form.text("on", "any"), form.number("times", 1)));
        }
        if (form.text("permille") != null) {
            permille = form.number("permille");
            seed = form.number("seed", 1);
            String named = form.text("kinds");
            kinds = named == null
                    ? List.copyOf(RANDOM)
                    : Stream.of(named.split(",", -1)).map(Fault::parse).toList();
        }
        delayMillis = form.number("delay_ms", delayMillis);
        webhookDelayMillis = form.number("webhook_delay_ms", webhookDelayMillis);
        searchLagMillis = form.number("search_lag_ms", searchLagMillis);
    }

    /**
     * The faults of one request. What chance brings depends on the seed, the key and how often the key has come, and on nothing else:
     * the same requests meet the same faults, in whichever order they come. A payment method's own fault is met once.
     *
     * @param token of the payment method, if the request names one
     */
    Set<Fault> draw(String operation, String key, @Nullable String token) {
        Set<Fault> drawn = EnumSet.noneOf(Fault.class);
        int nth = key.isEmpty() ? 1 : tries.merge(key, 1, Integer::sum);
        Fault ofCard = Cards.fault(token);
        if (ofCard != null && nth == 1) {
            drawn.add(ofCard);
        }
        for (Iterator<Ordered> each = ordered.iterator(); each.hasNext(); ) {
            Ordered next = each.next();
            if (next.on().equals("any") || next.on().equals(operation)) {
                each.remove();
                if (next.times() > 1) {
                    ordered.add(new Ordered(next.fault(), next.on(), next.times() - 1));
                }
                drawn.add(next.fault());
                break;
            }
        }
        if (permille > 0) {
            SplittableRandom chance = new SplittableRandom(seed * 31 + key.hashCode() * 131L + nth);
            if (chance.nextInt(1_000) < permille) {
                drawn.add(kinds.get(chance.nextInt(kinds.size())));
            }
        }
        return drawn;
    }

    void clear() {
        ordered.clear();
        permille = 0;
    }

    long delayMillis() {
        return delayMillis;
    }

    long webhookDelayMillis() {
        return webhookDelayMillis;
    }

    long searchLagMillis() {
        return searchLagMillis;
    }
}
