package io.daybook.command.fraud;

import io.daybook.domain.fraud.EarlierOrder;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import java.util.List;

/**
 * What a customer ordered before. Belongs to the write side: an entry is written in the append that places the order, so that of two
 * orders at once at least one knows the other.
 */
public interface EarlierOrders {
    /**
     * The latest first.
     *
     * @param than is left out
     * @param max at most this many
     * @param withAddress of at most this many it is told where they went, which costs a look at each
     */
    List<EarlierOrder> of(CustomerId customer, OrderId than, int max, int withAddress);
}
