package io.daybook.domain.inventory;

import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import java.time.Instant;

/** Units promised to one reservation. */
sealed interface Pledge permits Hold, Allocated {
    int quantity();

    /** When it stops to count. */
    Instant endsAt();
}
