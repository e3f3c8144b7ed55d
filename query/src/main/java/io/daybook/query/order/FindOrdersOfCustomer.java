package io.daybook.query.order;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Question;
import io.daybook.query.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A customer's orders, the latest first.
 *
 * @param cursor what the page before answered as {@code nextCursor}
 * @param size entries of a page, 1 to 100
 */
public record FindOrdersOfCustomer(
        CustomerId customer, @Nullable String cursor, int size, Reading reading) implements Question<OrderPage> {
    public static final int USUAL_SIZE = 20;

    /** @throws io.daybook.query.reading.BadQuestion naming the parameter that is out of its bounds */
    public FindOrdersOfCustomer {
        Bounds.text("cursor", cursor, 4000);
        Bounds.range("size", size, 1, 100);
    }

    /** All that chooses and orders the entries, as text: a cursor belongs to it. */
    public String selection() {
        return customer.value();
    }
}
