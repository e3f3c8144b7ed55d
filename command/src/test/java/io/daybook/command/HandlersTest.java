package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.fulfilment.ExtendHolds;
import io.daybook.command.fulfilment.ServeFromElsewhere;
import io.daybook.command.order.CheckOut;
import io.daybook.command.order.PayOrder;
import io.daybook.domain.catalog.ProductCommand;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderCommand.AwaitPayment;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.ExtendHold;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderCommand.NotePaymentAction;
import io.daybook.domain.order.OrderCommand.NotePaymentDecline;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderCommand.Reallocate;
import io.daybook.domain.order.OrderCommand.SecurePayment;
import io.daybook.domain.order.OrderCommand.SourceAnew;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandlersTest {
    private static final List<String> HANDLERS = List.of(
            "catalog.ProductAggregate",
            "inventory.InventoryItemAggregate",
            "order.OrderAggregate",
            "fulfilment.PlacingHandler",
            "fulfilment.ExtendingHandler",
            "fulfilment.ClearingHandler",
            "fulfilment.ReallocatingHandler",
            "fulfilment.PaymentHandler",
            "fulfilment.ShippingHandler",
            "fulfilment.HistoryHandler");

    /** Sent alone they would leave an order without its stock or its money, or either without its order. */
    private static final Set<Class<?>> DECIDED_ONLY_TOGETHER = Set.of(
            PlaceOrder.class,
            ConfirmOrder.class,
            SourceAnew.class,
            ExtendHold.class,
            Reallocate.class,
            LoseItems.class,
            AwaitPayment.class,
            NotePaymentAction.class,
            NotePaymentDecline.class,
            SecurePayment.class,
            RequestPayment.class,
            RequestCapture.class,
            LowerPayment.class,
            RequestRefund.class,
            EndPayment.class,
            ReserveStock.class,
            ExtendReservation.class,
            ConfirmReservation.class,
            ReleaseReservation.class,
            ShipStock.class,
            ReturnStock.class,
            RecordPastSale.class);

    @Test
    void every_permitted_command_has_one_handler_unless_it_is_decided_only_as_a_part_of_another() {
        Set<Class<?>> wishes =
                new HashSet<>(Set.of(CheckOut.class, PayOrder.class, ExtendHolds.class, ServeFromElsewhere.class));
        Stream.of(ProductCommand.class, InventoryCommand.class, OrderCommand.class, PaymentCommand.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(wishes::add);
        wishes.removeAll(DECIDED_ONLY_TOGETHER);

        assertThat(handled()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wishes);
    }

    private static List<Class<?>> handled() {
        return HANDLERS.stream()
                .map(HandlersTest::type)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>map(HandlersTest::command)
                .toList();
    }

    private static Class<?> command(Method method) {
        return method.getParameterTypes()[0];
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(HandlersTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
