package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import org.axonframework.commandhandling.CommandHandler;

/** What decides whether an order goes on or ends, with all that follows from it ({@link Settling}). */
final class ClearingHandler {
    private final Ledger ledger;
    private final Settling settling;

    ClearingHandler(Ledger ledger, Settling settling) {
        this.ledger = ledger;
        this.settling = settling;
    }

    @CommandHandler
    Receipt handle(ScreenOrder wish) {
        return decide(wish);
    }

    @CommandHandler
    Receipt handle(ApproveOrder wish) {
        return decide(wish);
    }

    @CommandHandler
    Receipt handle(RefuseOrder wish) {
        return decide(wish);
    }

    @CommandHandler
    Receipt handle(EndOverdue wish) {
        return decide(wish);
    }

    @CommandHandler
    Receipt handle(CancelOrder wish) {
        return decide(wish);
    }

    @CommandHandler
    Receipt handle(CancelItems wish) {
        return decide(wish);
    }

    private Receipt decide(OrderCommand wish) {
        Page page = ledger.open(wish.order());
        if (page.decide(wish)) {
            settling.settle(page, wish.order(), wish.now());
        }
        return page.write();
    }
}
