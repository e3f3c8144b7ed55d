package io.daybook.command.dispatch;

import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Which aggregates have begun: asked once for all that the wishes of a {@link Sitting} would begin, so that the log need not be asked
 * for the events of each. That none has an event may cease to be true before the append, which then conflicts like any other.
 */
public interface Beginnings {
    /** Where nobody can tell: each is looked for when it is loaded. */
    Beginnings NOT_KNOWN = ids -> ids;

    /** @return those of the ids under which there is an event */
    Set<String> begun(Set<String> aggregateIds);

    /** For whoever reads events: whether it was found just now that this aggregate has none. */
    static boolean isKnownToBeNew(String aggregateId) {
        if (!CurrentUnitOfWork.isStarted()) {
            return false;
        }
        Set<String> found = CurrentUnitOfWork.get().root().getResource(Sitting.NEW);
        return found != null && found.contains(aggregateId);
    }
}
