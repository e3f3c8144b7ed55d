package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Handling;
import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Writes down what happened elsewhere, in one commit each: an order with everything that became of it, or goods that came back. Every
 * event says where it came from ({@code origin=import}), whatever the sender said, so that no process ever reacts to it.
 */
final class HistoryHandler {
    /** The value of {@link Handling#ORIGIN} that marks imported history. */
    static final String IMPORT = "import";

    private final Ledger ledger;

    HistoryHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @CommandHandler
    Receipt handle(RecordPastOrder wish) {
        markAsImported();
        Page page = ledger.open(wish.order());
        if (page.decide(wish)) {
            page.load(Items.of(wish.allocations()));
            wish.allocations()
                    .forEach(a -> page.decide(new RecordPastSale(
                            a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), wish.now())));
        }
        return page.write();
    }

    @CommandHandler
    Receipt handle(RecordPastReturn wish) {
        markAsImported();
        Page page = ledger.open(wish.order());
        if (page.decide(wish)) {
            Map<ItemId, Integer> units = Items.returnedTo(wish.lines());
            page.load(units.keySet());
            units.forEach((item, quantity) -> page.decide(new ReturnStock(
                    item.sku(), item.location(), wish.order(), wish.order().value(), quantity, wish.now())));
        }
        return page.write();
    }

    private static void markAsImported() {
        CurrentUnitOfWork.get().registerCorrelationDataProvider(message -> Map.of(Handling.ORIGIN, IMPORT));
    }
}
