package io.daybook.command.inventory;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wished of the stock at one place, the same over REST, GraphQL and in a batch. */
final class StockWishes {
    private static final String NO_REFERENCE = "-";

    private final Commands commands;
    private final Clock clock;

    StockWishes(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws BadField naming the field */
    static ItemId item(@Nullable String sku, @Nullable String location) {
        return new ItemId(Form.read("sku", sku, Sku::new), Form.read("location", location, LocationId::new));
    }

    InventoryCommand receiving(ItemId item, ReceiptRequest body) {
        int quantity = Form.units("quantity", body.quantity(), 1);
        return new ReceiveStock(item.sku(), item.location(), reference(body.reference()), quantity, clock.instant());
    }

    InventoryCommand adjusting(ItemId item, AdjustmentRequest body) {
        int delta = Form.units("delta", body.delta(), -Form.MOST_UNITS);
        if (delta == 0) {
            throw new BadField("delta", "must not be 0");
        }
        return new AdjustStock(item.sku(), item.location(), delta, Form.text("reason", body.reason()), clock.instant());
    }

    InventoryCommand counting(ItemId item, CountRequest body) {
        int counted = Form.units("counted", body.counted(), 0);
        return new CountStock(item.sku(), item.location(), reference(body.reference()), counted, clock.instant());
    }

    private static String reference(@Nullable String reference) {
        return reference == null ? NO_REFERENCE : Form.text("reference", reference);
    }

    Done send(InventoryCommand command, Object body, Asker asker) {
        String operation = "inventory." + command.getClass().getSimpleName();
        List<Object> asked = List.of(command.aggregateId(), body);
        // a difference adds up when it comes twice, and bears no name that would tell
        Scope scope = command instanceof AdjustStock ? Scope.required(asker, operation) : Scope.of(asker, operation);
        return commands.once(scope, asked, command.aggregateId(), command);
    }
}
