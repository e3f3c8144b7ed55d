package io.daybook.domain.fraud;

import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that the same customer placed before.
 *
 * @param deliveredTo null if nobody looked, or it is not known
 */
public record EarlierOrder(
        OrderId order, Instant placedAt, @Nullable Address deliveredTo) {}
