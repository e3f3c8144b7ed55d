package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All captures of an account, or all its refunds.
 *
 * @param asked and not answered, the oldest first
 * @param made by id: one may turn out later not to have arrived
 * @param failed by id: a person may have them asked again
 * @param ids of all that were ever asked; few, since they end with the order's units
 * @param total that was made
 */
public record Steps<S extends Due.Step>(
        List<S> asked, Map<String, S> made, Map<String, S> failed, Set<String> ids, Money total) {

    static <S extends Due.Step> Steps<S> none(String currency) {
        return new Steps<>(List.of(), Map.of(), Map.of(), Set.of(), Money.zero(currency));
    }

    /** What is asked and not answered, together. */
    Money pending() {
        return asked.stream().map(Due::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    Optional<S> asked(String id) {
        return asked.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    Optional<S> made(String id) {
        return Optional.ofNullable(made.get(id));
    }

    Optional<S> failed(String id) {
        return Optional.ofNullable(failed.get(id));
    }

    Steps<S> asking(S step) {
        Set<String> all = new HashSet<>(ids);
        all.add(step.id());
        return new Steps<>(
                Stream.concat(asked.stream(), Stream.of(step)).toList(),
                made,
                without(failed, step.id()),
                Set.copyOf(all),
                total);
    }

    /** @param nowMade in all */
    Steps<S> made(String id, Money nowMade) {
        Map<String, S> all = new HashMap<>(made);
        asked(id).ifPresent(step -> all.put(id, step));
        return new Steps<>(unasked(id), Map.copyOf(all), failed, ids, nowMade);
    }

    /** It was not made, or came back after it was. */
    Steps<S> failing(String id) {
        Map<String, S> all = new HashMap<>(failed);
        asked(id).or(() -> made(id)).ifPresent(step -> all.put(id, step));
        Money back = made(id).map(Due::amount).orElse(Money.zero(total.currency()));
        return new Steps<>(unasked(id), without(made, id), Map.copyOf(all), ids, total.minus(back));
    }

    /** What failed is part of something else that is asked. */
    Steps<S> forgiving() {
        return new Steps<>(asked, made, Map.of(), ids, total);
    }

    private List<S> unasked(String id) {
        return asked.stream().filter(step -> !step.id().equals(id)).toList();
    }

    private Map<String, S> without(Map<String, S> some, String id) {
        Map<String, S> rest = new HashMap<>(some);
        rest.remove(id);
        return Map.copyOf(rest);
    }
}
