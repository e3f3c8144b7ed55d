package io.daybook.command.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The states that a unit of work is decided on and does not move on. Its append is to find them as they were, by the same rule as those
 * that it moves on: what one process decides beside a state that another has moved on from is decided on half of the truth, like a
 * shipment that takes no money because its payment is not yet known to be authorised.
 */
public final class ReadSet {
    /** The version of an aggregate that has no event. */
    public static final long NONE = -1;

    private static final String RESOURCE = ReadSet.class.getName();

    private ReadSet() {}

    /**
     * Notes a state for the append of the current root unit of work; the first one counts, since what follows in the unit follows from
     * it. Without a unit of work nothing is appended, and nothing is noted.
     *
     * @param version sequence of its last event, null if it has none
     */
    public static void note(String aggregateId, @Nullable Long version) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .root()
                    .<Map<String, Long>>getOrComputeResource(RESOURCE, name -> new LinkedHashMap<>())
                    .putIfAbsent(aggregateId, version == null ? NONE : version);
        }
    }

    /** For an event store: the version of each aggregate that was noted for the append at hand. */
    public static Map<String, Long> ofCurrentUnit() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, Map.of())
                : Map.of();
    }
}
