package io.daybook.domain.order;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when an order was placed. An order placed again with an equal purchase is the same order; stock is left out,
 * since it is found anew at every try.
 *
 * @param buyer unknown for imported history
 */
public record Purchase(CustomerId customer, @Nullable Buyer buyer, List<OrderLine> lines, List<Charge> charges) {
    public Purchase {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** Lines and charges, in the one currency that the order was placed with. */
    public Money total() {
        Money total = Money.zero(lines.getFirst().unitPrice().currency());
        for (OrderLine line : lines) {
            total = total.plus(line.amount());
        }
        for (Charge charge : charges) {
            total = total.plus(charge.amount());
        }
        return total;
    }
}
