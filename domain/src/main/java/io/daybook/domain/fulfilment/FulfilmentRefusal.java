package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.stream.Collectors;

/** Why an order could not get its stock. */
public sealed interface FulfilmentRefusal extends Refusal {
    /**
     * @param available units left for the line once the lines before it were served
     */
    record ShortLine(int line, Sku sku, int wanted, int available) {}

    /**
     * @param lines every line that is short, in the order they were asked for
     */
    record NotEnoughStock(List<ShortLine> lines) implements FulfilmentRefusal {
        @Override
        public String code() {
            return "inventory.not-enough-stock";
        }

        @Override
        public String message() {
            return lines.stream()
                    .map(s -> "line " + s.line + " wants " + s.wanted + " of " + s.sku + " and " + s.available
                            + " are free")
                    .collect(Collectors.joining("; ", "Not enough stock: ", "."));
        }
    }
}
