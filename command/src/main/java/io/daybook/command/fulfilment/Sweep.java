package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.Refused;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes once through all that is due, page by page. What is refused is passed over, so that it never keeps the others waiting. */
final class Sweep {
    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private Sweep() {}

    /** What is due, in an order of its own. */
    @FunctionalInterface
    interface Due<T> {
        /** @param after the last one of the page before; null to begin */
        List<T> page(@Nullable T after, int max);
    }

    static <T> void through(Due<T> due, Consumer<T> step) {
        List<T> page = due.page(null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(one -> take(one, step));
            page = page.size() < PAGE ? List.of() : due.page(page.getLast(), PAGE);
        }
    }

    private static <T> void take(T one, Consumer<T> step) {
        try {
            step.accept(one);
        } catch (Refused refused) {
            LOG.warn("{} stays due: {}", one, refused.getMessage());
        }
    }
}
