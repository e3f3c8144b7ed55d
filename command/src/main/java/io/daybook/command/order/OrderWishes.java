package io.daybook.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wished of orders, the same over REST and GraphQL. */
final class OrderWishes {
    private final Commands commands;
    private final Clock clock;

    OrderWishes(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    Done place(OrderRequest body, Asker asker) {
        CheckOut wish = body.read(clock.instant());
        Scope scope = Scope.required(asker, "order.CheckOut");
        return commands.once(scope, body, wish.order().value(), wish);
    }

    private static @Nullable Scope scope(boolean required, Asker asker, String operation) {
        return required ? Scope.required(asker, operation) : Scope.of(asker, operation);
    }

    /** Nothing but a key tells a second try from the first one come again. */
    Done pay(@Nullable String id, PaymentRequest body, Asker asker) {
        OrderId order = order(id);
        PaymentToken method = Form.read("paymentMethod", body.paymentMethod(), PaymentToken::new);
        return send(order, new PayOrder(order, method, clock.instant()), body, true, asker);
    }

    Done approve(@Nullable String id, ReviewRequest body, Asker asker) {
        OrderId order = order(id);
        return send(order, new ApproveOrder(order, Form.text("by", body.by()), clock.instant()), body, false, asker);
    }

    Done refuse(@Nullable String id, ReviewRequest body, Asker asker) {
        OrderId order = order(id);
        String by = Form.text("by", body.by());
        return send(
                order,
                new RefuseOrder(order, by, Form.text("reason", body.reason()), clock.instant()),
                body,
                false,
                asker);
    }

    /** Without a name and without items it is all that is left, which can be sent once. */
    Done ship(@Nullable String id, ShipmentRequest body, Asker asker) {
        OrderId order = order(id);
        return send(
                order,
                new ShipItems(order, name(body.id()), PickRequest.read("items", body.items()), clock.instant()),
                body,
                body.id() == null && body.items() != null && !body.items().isEmpty(),
                asker);
    }

    Done deliver(@Nullable String id, Asker asker) {
        OrderId order = order(id);
        return send(order, new DeliverOrder(order, clock.instant()), "", false, asker);
    }

    Done cancel(@Nullable String id, CancellationRequest body, Asker asker) {
        OrderId order = order(id);
        return send(
                order, new CancelOrder(order, Form.text("reason", body.reason()), clock.instant()), body, false, asker);
    }

    /** As for {@link #ship}: without items it is all that is left, which can be given up once. */
    Done cancelItems(@Nullable String id, ItemsCancellationRequest body, Asker asker) {
        OrderId order = order(id);
        return send(
                order,
                new CancelItems(
                        order,
                        name(body.id()),
                        PickRequest.read("items", body.items()),
                        Form.text("reason", body.reason()),
                        clock.instant()),
                body,
                body.id() == null && body.items() != null && !body.items().isEmpty(),
                asker);
    }

    /** It pays money back. */
    Done takeBack(@Nullable String id, ReturnRequest body, Asker asker) {
        OrderId order = order(id);
        return send(
                order,
                new ReturnItems(
                        order,
                        name(body.id()),
                        PickRequest.read("items", Form.required("items", body.items())),
                        Form.text("reason", body.reason()),
                        clock.instant()),
                body,
                true,
                asker);
    }

    private static OrderId order(@Nullable String id) {
        return Form.read("id", id, OrderId::new);
    }

    private static String name(@Nullable String id) {
        return id == null ? UuidCreator.getTimeOrderedEpoch().toString() : Form.text("id", id);
    }

    /** @param keyed whether it would be done twice if it came twice without a key */
    private Done send(OrderId order, Command command, Object body, boolean keyed, Asker asker) {
        Scope scope = scope(keyed, asker, "order." + command.getClass().getSimpleName());
        return commands.once(scope, List.of(order.value(), body), order.value(), command);
    }
}
