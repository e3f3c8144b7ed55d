package io.daybook.command.order;

import io.daybook.command.dispatch.Form;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderDecider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order's line.
 *
 * @param sku the line's own, or that of a bundle's part
 */
public record PickRequest(
        @Nullable Integer line,
        @Nullable String sku,
        @Nullable Integer quantity) {
    static List<Pick> read(String field, @Nullable List<@Nullable PickRequest> picks) {
        List<PickRequest> given = Form.list(field, picks, OrderDecider.MOST_LINES);
        List<Pick> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(given.get(i).read(field + "[" + i + "]"));
        }
        return List.copyOf(read);
    }

    private Pick read(String path) {
        return new Pick(
                Form.units(path + ".line", line, 1),
                Form.read(path + ".sku", sku, Sku::new),
                Form.units(path + ".quantity", quantity, 1));
    }
}
